package app.partita.player.stretch;

import java.util.Arrays;

/** By how much the phase of each bin 0 to N/2 is turned: complex numbers of absolute value 1, the same for all channels. */
final class Turns {

    private final float[] re;
    private final float[] im;

    Turns(int size) {
        re = new float[size / 2 + 1];
        im = new float[size / 2 + 1];
        release();
    }

    /** Turns nothing any more. */
    void release() {
        release(0, re.length);
    }

    /** Turns nothing any more in bins {@code [from, to)}. */
    void release(int from, int to) {
        Arrays.fill(re, from, to, 1f);
        Arrays.fill(im, from, to, 0f);
    }

    /** Turns as {@code other} does. */
    void copy(Turns other) {
        System.arraycopy(other.re, 0, re, 0, re.length);
        System.arraycopy(other.im, 0, im, 0, im.length);
    }

    /**
     * Turns bins {@code [from, to)} as {@code other} turns its bin {@code peak}, and by the phase of a complex number
     * on top of it.
     */
    void set(int from, int to, Turns other, int peak, double phaseRe, double phaseIm) {
        double a = other.re[peak];
        double b = other.im[peak];
        double turnedRe = a * phaseRe - b * phaseIm;
        double turnedIm = a * phaseIm + b * phaseRe;
        double length = Math.sqrt(turnedRe * turnedRe + turnedIm * turnedIm);
        // Silence has no phase: it is turned as before.
        boolean silent = length < 1e-30;
        Arrays.fill(re, from, to, (float) (silent ? a : turnedRe / length));
        Arrays.fill(im, from, to, (float) (silent ? b : turnedIm / length));
    }

    /** Turns the spectrum of two real channels. */
    void apply(float[] fromRe, float[] fromIm, float[] toRe, float[] toIm) {
        int half = re.length - 1;
        int size = 2 * half;
        // Bins 0 and N/2 of a real signal are real: of a turn they keep the real part.
        toRe[0] = fromRe[0] * re[0];
        toIm[0] = fromIm[0] * re[0];
        toRe[half] = fromRe[half] * re[half];
        toIm[half] = fromIm[half] * re[half];
        for (int bin = 1; bin < half; bin++) {
            float c = re[bin];
            float s = im[bin];
            int mirrored = size - bin;
            toRe[bin] = fromRe[bin] * c - fromIm[bin] * s;
            toIm[bin] = fromRe[bin] * s + fromIm[bin] * c;
            toRe[mirrored] = fromRe[mirrored] * c + fromIm[mirrored] * s;
            toIm[mirrored] = fromIm[mirrored] * c - fromRe[mirrored] * s;
        }
    }
}
