package app.partita.player.stretch;

/** The peaks of a power spectrum, each with the bins around it up to the lowest between it and its neighbours. */
final class Peaks {

    private static final int REACH = 2;

    private final int[] peaks;
    private final int[] ends;
    private int count;

    Peaks(int bins) {
        peaks = new int[bins / (REACH + 1) + 2];
        ends = new int[peaks.length];
    }

    /** Finds the bins that are higher than the two on either side. A spectrum without any is one region about bin 0. */
    void find(float[] power) {
        count = 0;
        int lowest = 0;
        for (int bin = 0; bin < power.length; bin++) {
            if (power[bin] < power[lowest]) {
                lowest = bin;
            }
            if (isPeak(power, bin)) {
                if (count > 0) {
                    ends[count - 1] = lowest;
                }
                peaks[count++] = bin;
                lowest = bin;
            }
        }
        if (count == 0) {
            peaks[count++] = 0;
        }
        ends[count - 1] = power.length;
    }

    private static boolean isPeak(float[] power, int bin) {
        for (int i = 1; i <= REACH; i++) {
            if (bin - i >= 0 && power[bin - i] >= power[bin] || bin + i < power.length && power[bin + i] > power[bin]) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return count;
    }

    /** The bin of peak {@code i}, in ascending order. */
    int bin(int i) {
        return peaks[i];
    }

    /** The first bin of peak {@code i}'s region. */
    int from(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }

    /** The bin after the last of peak {@code i}'s region. */
    int to(int i) {
        return ends[i];
    }
}
