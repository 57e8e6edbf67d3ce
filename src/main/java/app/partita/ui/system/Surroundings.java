package app.partita.ui.system;

/**
 * What the window asks of the system around it.
 *
 * @param machine the program and the computer, in a line for those who look for a fault
 */
public record Surroundings(FileChoosers choosers, Clipboards clipboards, Desktop desktop, Preview preview,
                           String machine) {}
