package app.partita.audio;

/** Checks on floats. */
final class Samples {

    private Samples() {
    }

    /** Replaces NaN and the infinities by 0; returns how many there were. */
    static int silenceWild(float[] samples, int offset, int count) {
        int wild = 0;
        for (int i = offset; i < offset + count; i++) {
            if (!Float.isFinite(samples[i])) {
                samples[i] = 0;
                wild++;
            }
        }
        return wild;
    }
}
