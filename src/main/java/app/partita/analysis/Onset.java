package app.partita.analysis;

/**
 * The beginning of a sound.
 *
 * @param seconds  from the song's start
 * @param strength how much begins; only ratios mean something
 */
record Onset(double seconds, double strength) {
}
