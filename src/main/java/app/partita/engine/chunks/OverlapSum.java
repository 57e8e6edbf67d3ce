package app.partita.engine.chunks;

import java.util.Arrays;

/**
 * The weighted mean of the segments that overlap in a short block of a song. Segments must be added in ascending order:
 * then the sum has the same bits, whenever each of them was computed.
 */
public final class OverlapSum {

    private final int channels;
    private final int maxFrames;
    private final double[] sums;
    private final double[] weights;
    private int frames;

    /** @param maxFrames the longest block */
    public OverlapSum(int channels, int maxFrames) {
        this.channels = channels;
        this.maxFrames = maxFrames;
        sums = new double[channels * maxFrames];
        weights = new double[maxFrames];
    }

    /** Starts a block. */
    public void start(int blockFrames) {
        frames = blockFrames;
        Arrays.fill(sums, 0);
        Arrays.fill(weights, 0);
    }

    /** Counts a segment's weights once for all channels: {@code count} of them for the frames from {@code at} on. */
    public void addWeights(int at, float[] source, int offset, int count) {
        for (int i = 0; i < count; i++) {
            weights[at + i] += source[offset + i];
        }
    }

    /** Adds a channel of a segment with its weights, for the frames from {@code at} on. */
    public void add(int channel, int at, float[] segment, int offset, float[] source, int weightOffset, int count) {
        int place = channel * maxFrames + at;
        for (int i = 0; i < count; i++) {
            // The product of two floats is exact in double: a frame of one segment only comes out as it went in.
            sums[place + i] += (double) segment[offset + i] * source[weightOffset + i];
        }
    }

    /** The mean at a frame of the block. */
    public double mean(int channel, int frame) {
        return sums[channel * maxFrames + frame] / weights[frame];
    }

    /** How many frames the block has. */
    public int frames() {
        return frames;
    }

    /** How many channels it has. */
    public int channels() {
        return channels;
    }
}
