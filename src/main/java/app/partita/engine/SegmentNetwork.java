package app.partita.engine;

import java.util.function.BooleanSupplier;

/** A loaded network that separates one segment at a time; not safe for use by several threads at once. */
public interface SegmentNetwork extends AutoCloseable {

    /** What the network takes and gives. */
    ModelSpec spec();

    /**
     * All that the numbers depend on, in one line without line breaks: the weights, the kernels, the versions of both.
     * Networks of one identity give the same bytes.
     */
    String identity();

    /**
     * Separates one segment.
     *
     * @param mixture   planar, {@code channels × segmentFrames}; left as it is
     * @param stems     planar, {@code stems × channels × segmentFrames}, overwritten
     * @param steps     told how much of this segment is done, on the calling thread
     * @param cancelled asked between the parts of an operation
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true; {@code stems} is then
     *                                                    undefined and the network can be used again
     */
    void separate(float[] mixture, float[] stems, StepListener steps, BooleanSupplier cancelled);

    @Override
    void close();

    /** Told how much of a segment is done. */
    @FunctionalInterface
    interface StepListener {

        /** {@code fraction} of the segment's expected time has passed: above 0, rising, 1 at the end. */
        void done(double fraction);
    }
}
