package app.partita.player.stretch;

import java.util.Arrays;

/**
 * Finds where sounds begin abruptly: where the power of the signal's slope, summed over the channels, rises to several
 * times its highest of the last 30 ms. (The slope weighs high tones more, so that a stroke shows beside a loud bass.)
 */
final class AttackFinder {

    /** Says that there is no attack. */
    static final long NONE = Long.MAX_VALUE;

    private static final int REMEMBERED = 64;
    private static final double BLOCK_SECONDS = 0.003;
    private static final int QUIET_BLOCKS = 10;
    private static final double RISE = 4;
    private static final double FLOOR = 1e-7;

    private final int block;
    private final float[] last;
    private final double[] powers = new double[QUIET_BLOCKS + 1];
    private final long[] attacks = new long[REMEMBERED];
    private int found;
    private int filled;
    private double power;
    private double steepest;
    private long steepestAt;
    private long fed;

    AttackFinder(int channels, int sampleRate) {
        block = (int) Math.round(BLOCK_SECONDS * sampleRate);
        last = new float[channels];
    }

    void clear() {
        Arrays.fill(last, 0f);
        Arrays.fill(powers, 0);
        found = 0;
        filled = 0;
        power = 0;
        steepest = 0;
        fed = 0;
    }

    /** Frames that an attack may be back from the newest that was heard when it is told. */
    int delay() {
        return 2 * block;
    }

    /** Hears all frames of the signal that it has not heard yet. */
    void hear(SlidingFrames signal) {
        for (int index = signal.index(fed); fed < signal.end(); index++) {
            double square = 0;
            for (int channel = 0; channel < last.length; channel++) {
                float sample = signal.plane(channel)[index];
                double slope = sample - last[channel];
                last[channel] = sample;
                square += slope * slope;
            }
            power += square;
            if (square > steepest) {
                steepest = square;
                steepestAt = fed;
            }
            fed++;
            if (++filled == block) {
                endBlock();
            }
        }
    }

    private void endBlock() {
        double mean = power / block + FLOOR * last.length;
        double before = FLOOR * last.length;
        // A stroke that begins late in a block rises in two of them: the block just before is no measure of the quiet.
        for (int i = 1; i < powers.length; i++) {
            before = Math.max(before, powers[i]);
        }
        boolean fresh = found == 0 || steepestAt - attacks[(found - 1) % REMEMBERED] > (long) QUIET_BLOCKS * block;
        if (fresh && mean > RISE * before) {
            attacks[found++ % REMEMBERED] = steepestAt;
        }
        System.arraycopy(powers, 0, powers, 1, powers.length - 1);
        powers[0] = mean;
        filled = 0;
        power = 0;
        steepest = 0;
    }

    /** The first attack after a frame, or {@link #NONE}. */
    long after(long frame) {
        long first = NONE;
        for (int i = Math.max(0, found - REMEMBERED); i < found; i++) {
            long attack = attacks[i % REMEMBERED];
            if (attack > frame && attack < first) {
                first = attack;
            }
        }
        return first;
    }
}
