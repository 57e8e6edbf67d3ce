package app.partita.audio;

/** Checks on floats. */
final class Samples {

    /** Of full scale: no sound is so loud, and squares and sums of it are still numbers. */
    private static final float LOUDEST = 1e12f;

    private Samples() {
    }

    /** Replaces NaN, the infinities and what is beyond all measure by 0; returns how many there were. */
    static int silenceWild(float[] samples, int offset, int count) {
        int wild = 0;
        for (int i = offset; i < offset + count; i++) {
            if (!(Math.abs(samples[i]) <= LOUDEST)) {
                samples[i] = 0;
                wild++;
            }
        }
        return wild;
    }
}
