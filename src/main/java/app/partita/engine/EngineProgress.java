package app.partita.engine;

import java.util.function.IntSupplier;

/** One rising figure for all runs over a song. */
final class EngineProgress {

    private final EngineListener listener;
    private final IntSupplier expectedTotal;
    private int done;
    private double fraction;

    EngineProgress(EngineListener listener, IntSupplier expectedTotal) {
        this.listener = listener;
        this.expectedTotal = expectedTotal;
    }

    /** A part of the running segment is done; after a segment was given up, nothing rises until it is caught up. */
    void step(double part) {
        if (part > fraction) {
            fraction = Math.min(1, part);
            tell();
        }
    }

    /** Some work was done that does not count. */
    void stay() {
        tell();
    }

    /** The running segment is done. */
    void segmentDone() {
        done++;
        fraction = 0;
        tell();
    }

    /** So many segments need not be computed. */
    void resumed(int segments) {
        done += segments;
        listener.resumed(done, Math.max(done, expectedTotal.getAsInt()));
    }

    private void tell() {
        listener.segmentProgress(done, Math.max(done + (fraction > 0 ? 1 : 0), expectedTotal.getAsInt()), fraction);
    }
}
