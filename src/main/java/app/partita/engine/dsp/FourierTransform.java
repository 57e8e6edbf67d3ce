package app.partita.engine.dsp;

import app.partita.engine.kernels.Fourier;

/**
 * Complex Fourier transforms of {@value Fourier#LANES} signals at once, in place. The transform's frequencies are in
 * the order that {@link #position} tells.
 */
final class FourierTransform {

    private static final int RADIX = 4;

    private final Fourier kernels;
    private final int size;
    private final float[] cosine;
    private final float[] sine;
    private final int[] positions;

    /** @param size numbers of a signal, a power of two */
    FourierTransform(int size, Fourier kernels) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("no power of two: " + size);
        }
        this.kernels = kernels;
        this.size = size;
        this.cosine = new float[size];
        this.sine = new float[size];
        this.positions = new int[size];
        for (int i = 0; i < size; i++) {
            cosine[i] = (float) Math.cos(2 * Math.PI * i / size);
            sine[i] = (float) Math.sin(2 * Math.PI * i / size);
            positions[i] = position(i, size);
        }
    }

    private static int position(int frequency, int size) {
        if (size < RADIX) {
            return frequency;
        }
        return frequency % RADIX * (size / RADIX) + position(frequency / RADIX, size / RADIX);
    }

    /** Where a frequency lies in a transform. */
    int position(int frequency) {
        return positions[frequency];
    }

    /** From signals to frequencies. */
    void forward(float[] re, float[] im) {
        forward(re, im, 0, size);
    }

    /** Depth first: the parts of a transform are done while they lie in the first-level cache. */
    private void forward(float[] re, float[] im, int first, int length) {
        if (length >= RADIX) {
            kernels.split(re, im, first, length, cosine, sine, size / length);
            for (int quarter = 0; quarter < RADIX; quarter++) {
                forward(re, im, first + quarter * (length / RADIX), length / RADIX);
            }
        } else if (length == 2) {
            kernels.pair(re, im, first);
        }
    }

    /** From frequencies to signals, {@code size} times too large. */
    void inverse(float[] re, float[] im) {
        inverse(re, im, 0, size);
    }

    private void inverse(float[] re, float[] im, int first, int length) {
        if (length >= RADIX) {
            for (int quarter = 0; quarter < RADIX; quarter++) {
                inverse(re, im, first + quarter * (length / RADIX), length / RADIX);
            }
            kernels.join(re, im, first, length, cosine, sine, size / length);
        } else if (length == 2) {
            kernels.pair(re, im, first);
        }
    }
}
