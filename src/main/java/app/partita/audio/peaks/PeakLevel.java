package app.partita.audio.peaks;

import java.util.Arrays;

/**
 * One level of a pyramid: cells of equal length, three shorts each. A cell of which nothing is known has its lowest
 * sample above its highest, so that it changes nothing when it is merged.
 */
final class PeakLevel {

    /** Samples are kept in these steps: as fine as a screen can show, and up to four times full scale. */
    private static final float STEPS = 8192;
    private static final int FIRST = 256;

    private final int cell;
    private short[] min = new short[0];
    private short[] max = new short[0];
    private short[] rms = new short[0];
    private int cells;

    /** @param cell frames in a cell */
    PeakLevel(int cell) {
        this.cell = cell;
    }

    int cell() {
        return cell;
    }

    /** Up to the last cell of which something is known. */
    int cells() {
        return cells;
    }

    boolean known(int index) {
        return index < cells && min[index] <= max[index];
    }

    float min(int index) {
        return min[index] / STEPS;
    }

    float max(int index) {
        return max[index] / STEPS;
    }

    float rms(int index) {
        return rms[index] / STEPS;
    }

    void set(int index, float low, float high, double power) {
        reach(index + 1);
        min[index] = step(Math.floor(low * STEPS));
        max[index] = step(Math.ceil(high * STEPS));
        rms[index] = step(Math.round(power * STEPS));
    }

    /** Makes a cell the sum of the four below it. */
    void fold(PeakLevel below, int index, int width) {
        int from = index * width;
        int to = Math.min(below.cells, from + width);
        short low = Short.MAX_VALUE;
        short high = Short.MIN_VALUE;
        double power = 0;
        int known = 0;
        for (int i = from; i < to; i++) {
            if (below.known(i)) {
                low = (short) Math.min(low, below.min[i]);
                high = (short) Math.max(high, below.max[i]);
                power += (double) below.rms[i] * below.rms[i];
                known++;
            }
        }
        reach(index + 1);
        min[index] = low;
        max[index] = high;
        rms[index] = known == 0 ? 0 : step(Math.round(Math.sqrt(power / known)));
    }

    private void reach(int wanted) {
        if (wanted > min.length) {
            int room = Math.max(FIRST, Math.max(wanted, min.length + min.length / 2));
            int old = min.length;
            min = Arrays.copyOf(min, room);
            max = Arrays.copyOf(max, room);
            rms = Arrays.copyOf(rms, room);
            Arrays.fill(min, old, room, Short.MAX_VALUE);
            Arrays.fill(max, old, room, Short.MIN_VALUE);
        }
        cells = Math.max(cells, wanted);
    }

    private static short step(double value) {
        return (short) Math.clamp(value, -Short.MAX_VALUE, Short.MAX_VALUE);
    }

    /** The three numbers of a cell as they are kept. */
    short[] raw(int index) {
        return new short[] {min[index], max[index], rms[index]};
    }

    void raw(int index, short low, short high, short power) {
        reach(index + 1);
        min[index] = low;
        max[index] = high;
        rms[index] = power;
    }
}
