package app.partita.player.stretch;

import java.util.Arrays;

/**
 * The newest stretch of an endless signal, one plane a channel, addressed by absolute frame numbers. What lies before
 * frame 0 is silence. Older frames are dropped when room is needed; nothing is allocated after construction.
 */
public final class SlidingFrames {

    private final float[][] planes;
    private final int history;
    private long start;
    private int size;

    /**
     * @param history  so many frames before {@link #end()} are kept for certain
     * @param capacity frames that fit: the history and as much again as is ever appended between two droppings
     */
    public SlidingFrames(int channels, int history, int capacity) {
        this.planes = new float[channels][capacity];
        this.history = history;
        clear();
    }

    /** Forgets everything: frame 0 comes next. */
    public void clear() {
        for (float[] plane : planes) {
            Arrays.fill(plane, 0f);
        }
        start = -history;
        size = history;
    }

    public int channels() {
        return planes.length;
    }

    /** The frame that is appended next. */
    public long end() {
        return start + size;
    }

    /** The samples of a channel; {@link #index} tells where a frame lies. */
    public float[] plane(int channel) {
        return planes[channel];
    }

    /**
     * Where in a plane a frame lies.
     *
     * @throws IndexOutOfBoundsException if it has been dropped or is not yet there
     */
    public int index(long frame) {
        if (frame < start || frame > end()) {
            throw new IndexOutOfBoundsException("frame " + frame + " is not in " + start + ".." + end());
        }
        return (int) (frame - start);
    }

    /** Appends interleaved frames from index {@code offset} (in floats), dropping what is older than the history. */
    public void append(float[] interleaved, int offset, int frames) {
        int at = makeRoom(frames);
        int channels = planes.length;
        for (int channel = 0; channel < channels; channel++) {
            float[] plane = planes[channel];
            for (int i = 0, from = offset + channel; i < frames; i++, from += channels) {
                plane[at + i] = interleaved[from];
            }
        }
    }

    /** Appends frames from planes, each from index {@code offset}. */
    public void append(float[][] from, int offset, int frames) {
        int at = makeRoom(frames);
        for (int channel = 0; channel < planes.length; channel++) {
            System.arraycopy(from[channel], offset, planes[channel], at, frames);
        }
    }

    /** Appends frames {@code [frame, frame + frames)} of another signal of as many channels. */
    public void append(SlidingFrames from, long frame, int frames) {
        append(from.planes, from.index(frame), frames);
    }

    /** Keeps frames from {@code oldest} on, if these are more than the history, until told otherwise. */
    private int makeRoom(int frames) {
        int capacity = planes[0].length;
        if (size + frames > capacity) {
            int kept = Math.min(size, capacity - Math.max(frames, (capacity - history) / 2));
            if (kept < history) {
                throw new IndexOutOfBoundsException(frames + " frames do not fit beside the history");
            }
            for (float[] plane : planes) {
                System.arraycopy(plane, size - kept, plane, 0, kept);
            }
            start += size - kept;
            size = kept;
        }
        int at = size;
        size += frames;
        return at;
    }
}
