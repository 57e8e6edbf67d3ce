package app.partita.audio;

/**
 * What an integer format could not hold.
 *
 * @param samples how many samples were beyond full scale and were cut to it; 0 for float formats, which cut nothing
 * @param peak    the largest magnitude that was written, before cutting; 1 is full scale
 */
public record ClipReport(long samples, float peak) {}
