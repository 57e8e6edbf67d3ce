package app.partita.engine.chunks;

/**
 * How a song of any length is laid out in overlapping segments, as {@code apply_model} of demucs does it. The plan is
 * open-ended: the length of the song need not be known.
 *
 * <p>A <em>piece</em> is the stretch between the starts of two segments: piece {@code i} starts with segment
 * {@code i}, and is final when all segments that reach into it are there.
 *
 * @param segmentFrames the length of a segment, 1 or more
 * @param stride        from one segment's start to the next one's, 1 to {@code segmentFrames}
 */
public record SegmentPlan(int segmentFrames, int stride) {

    /** The song's length while it is not known. */
    public static final long OPEN = Long.MAX_VALUE;

    public SegmentPlan {
        if (segmentFrames < 1 || stride < 1 || stride > segmentFrames) {
            throw new IllegalArgumentException("segments of " + segmentFrames + " frames every " + stride);
        }
    }

    /** @param overlap the part of a segment that the next one covers again, from 0 to below 1 */
    public static SegmentPlan of(int segmentFrames, double overlap) {
        if (!(overlap >= 0 && overlap < 1)) {
            throw new IllegalArgumentException("overlap " + overlap);
        }
        return new SegmentPlan(segmentFrames, Math.max(1, (int) ((1 - overlap) * segmentFrames)));
    }

    /** Where a segment, and the piece of the same number, starts. */
    public long offset(int index) {
        return (long) index * stride;
    }

    /** How many segments a song of that length has: one for every start before its end. */
    public int count(long length) {
        return Math.toIntExact(Math.ceilDiv(length, (long) stride));
    }

    /** The last segment that starts at {@code frame} or before, which is also the piece that holds it. */
    public int at(long frame) {
        return Math.toIntExact(frame / stride);
    }

    /** The first of the segments that reach into a piece; the last is the one of its own number. */
    public int firstReaching(int piece) {
        return Math.max(0, piece - Math.ceilDiv(segmentFrames, stride) + 1);
    }

    /** How many frames must be there before a segment can be computed, unless the song ends earlier. */
    public long needed(int index) {
        return offset(index) + segmentFrames;
    }

    /**
     * A segment laid over the song.
     *
     * @param length the song's length, or {@link #OPEN} if at least {@link #needed} frames are there
     */
    public Chunk chunk(int index, long length) {
        long offset = offset(index);
        if (offset >= length) {
            throw new IllegalArgumentException("segment " + index + " starts after the end");
        }
        int frames = (int) Math.min(segmentFrames, length - offset);
        return new Chunk(index, offset, frames, offset - (segmentFrames - frames) / 2);
    }
}
