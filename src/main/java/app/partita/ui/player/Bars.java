package app.partita.ui.player;

import app.partita.player.BeatGrid;
import java.util.Optional;

/**
 * Where the bars of a song begin; two seconds apart as long as nobody knows.
 *
 * @param frames the song's length
 */
record Bars(Optional<BeatGrid> beats, int sampleRate, long frames) {

    private static final double IF_UNKNOWN = 2;
    private static final double HARDLY_LATER = 0.001;

    double seconds(long frame) {
        return (double) frame / sampleRate;
    }

    long frame(double seconds) {
        return Math.round(seconds * sampleRate);
    }

    /** The bar after this place or before it, in seconds; within the song. */
    double next(double now, boolean forward) {
        return beats.map(grid -> next(grid, now, forward)).orElseGet(() ->
                Math.clamp(now + (forward ? IF_UNKNOWN : -IF_UNKNOWN), 0, seconds(frames)));
    }

    /** Just after a bar began, the bar before is not this one. */
    private double next(BeatGrid grid, double now, boolean forward) {
        double slack = grid.interval(now) / 4;
        int beat = forward ? grid.firstFrom(now + HARDLY_LATER) : grid.firstFrom(now - slack) - 1;
        while (beat >= 0 && beat < grid.count() && !grid.beginsBar(beat)) {
            beat += forward ? 1 : -1;
        }
        return beat < 0 ? 0 : beat >= grid.count() ? seconds(frames) : grid.at(beat);
    }
}
