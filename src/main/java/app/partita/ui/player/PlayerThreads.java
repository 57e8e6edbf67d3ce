package app.partita.ui.player;

import java.util.concurrent.Executor;

/**
 * Who does the player's work.
 *
 * @param peaks   sums waveforms up, one song after another
 * @param tiles   paints what cannot be painted within a frame
 * @param drawing the thread that draws
 */
public record PlayerThreads(Executor peaks, Executor tiles, Executor drawing) {}
