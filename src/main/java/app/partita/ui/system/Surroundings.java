package app.partita.ui.system;

/** What the window asks of the system around it. */
public record Surroundings(FileChoosers choosers, Clipboards clipboards, Desktop desktop, Preview preview) {}
