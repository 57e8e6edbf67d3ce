package app.partita.audio.peaks;

/**
 * How loud a track is along its length, in cells that become four times longer from level to level, so that a picture
 * of any length reads a few cells for each of its columns. It is filled in any order, by one thread or several, while
 * others read. The finest cells are longer for very long tracks: memory is bounded whatever their length.
 *
 * <p>The same sound gives the same pyramid, whatever the order in which it came; what comes again replaces what was
 * there.
 */
public final class PeakPyramid {

    private static final int FINEST = 256;
    private static final int WIDTH = 4;
    private static final int LEVELS = 10;
    private static final long MOST_CELLS = 1 << 19;

    private final PeakLevel[] levels = new PeakLevel[LEVELS];

    /** @param cell frames in a cell of the finest level */
    PeakPyramid(int cell) {
        long frames = cell;
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = new PeakLevel((int) Math.min(Integer.MAX_VALUE, frames));
            frames *= WIDTH;
        }
    }

    /**
     * An empty one.
     *
     * @param expectedFrames the track's length as far as it is known; it may turn out longer
     */
    public static PeakPyramid forLength(long expectedFrames) {
        int cell = FINEST;
        while (expectedFrames / cell > MOST_CELLS) {
            cell *= WIDTH;
        }
        return new PeakPyramid(cell);
    }

    /** Frames in a cell of the finest level: blocks begin at multiples of it. */
    public int cell() {
        return levels[0].cell();
    }

    /** The largest magnitude of all samples so far; 0 if there are none. */
    public synchronized float loudest() {
        PeakLevel top = levels[LEVELS - 1];
        float loudest = 0;
        for (int index = 0; index < top.cells(); index++) {
            if (top.known(index)) {
                loudest = Math.max(loudest, Math.max(-top.min(index), top.max(index)));
            }
        }
        return loudest;
    }

    /**
     * Takes a block of sound in.
     *
     * @param frame  where it begins: a multiple of {@link #cell}
     * @param frames its length: whole cells, but for the last of the track
     */
    public synchronized void fill(long frame, float[] interleaved, int channels, int frames) {
        if (frame % cell() != 0) {
            throw new IllegalArgumentException("a block begins within a cell: " + frame);
        }
        int first = Math.toIntExact(frame / cell());
        int cells = Math.ceilDiv(frames, cell());
        for (int i = 0; i < cells; i++) {
            int from = i * cell();
            summarise(first + i, interleaved, from * channels, Math.min(frames, from + cell()) * channels);
        }
        fold(first, first + cells);
    }

    private void summarise(int index, float[] samples, int from, int to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        double power = 0;
        for (int i = from; i < to; i++) {
            float sample = samples[i];
            low = Math.min(low, sample);
            high = Math.max(high, sample);
            power += (double) sample * sample;
        }
        levels[0].set(index, low, high, Math.sqrt(power / (to - from)));
    }

    private void fold(int from, int to) {
        int first = from;
        int last = to - 1;
        for (int level = 1; level < LEVELS && first <= last; level++) {
            first /= WIDTH;
            last /= WIDTH;
            for (int index = first; index <= last; index++) {
                levels[level].fold(levels[level - 1], index, WIDTH);
            }
        }
    }

    /**
     * Sums up stretches of equal length, one a column.
     *
     * @param from            where the first column begins, in frames
     * @param framesPerColumn any length; below a cell's the columns repeat what their cells hold
     */
    public synchronized void read(double from, double framesPerColumn, Columns columns) {
        PeakLevel level = level(framesPerColumn);
        for (int column = 0; column < columns.count(); column++) {
            double start = (from + column * framesPerColumn) / level.cell();
            double end = (from + (column + 1) * framesPerColumn) / level.cell();
            int first = (int) Math.floor(start);
            sum(level, first, Math.max(first + 1, (int) Math.ceil(end)), columns, column);
        }
    }

    private PeakLevel level(double framesPerColumn) {
        int level = 0;
        while (level + 1 < LEVELS && levels[level + 1].cell() <= framesPerColumn) {
            level++;
        }
        return levels[level];
    }

    private static void sum(PeakLevel level, int from, int to, Columns columns, int column) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        float power = 0;
        int known = 0;
        for (int index = Math.max(0, from); index < Math.min(to, level.cells()); index++) {
            if (level.known(index)) {
                low = Math.min(low, level.min(index));
                high = Math.max(high, level.max(index));
                power += level.rms(index) * level.rms(index);
                known++;
            }
        }
        if (known == 0) {
            columns.forget(column, column + 1);
        } else {
            columns.set(column, low, high, (float) Math.sqrt(power / known));
        }
    }

    PeakLevel finest() {
        return levels[0];
    }

    /** Makes all the rest anew from the finest level. */
    void rebuild() {
        fold(0, levels[0].cells());
    }
}
