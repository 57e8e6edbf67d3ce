package app.partita.engine;

/**
 * Which part of a song comes first. The engine asks between segments, and while one is running: when the answer asks
 * for another segment than the running one, that one is given up.
 *
 * <p>The result never depends on the order.
 */
@FunctionalInterface
public interface SegmentOrder {

    /**
     * The frame from which on the song is wanted next; what lies before is made after all that lies behind. Asked
     * from the engine's threads, often.
     */
    long wantedFrom();

    /** From the start to the end. */
    static SegmentOrder sequential() {
        return () -> 0;
    }
}
