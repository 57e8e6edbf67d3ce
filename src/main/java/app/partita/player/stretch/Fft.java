package app.partita.player.stretch;

/**
 * The discrete Fourier transform of a power of two complex numbers, in place, by Cooley and Tukey's radix-2 scheme.
 * It allocates nothing and starts no threads, for the sound's thread must not wait for either.
 */
final class Fft {

    private final int size;
    private final int[] reversed;
    private final float[] cosines;
    private final float[] sines;

    Fft(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " is no power of two");
        }
        this.size = size;
        reversed = new int[size];
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 0; i < size; i++) {
            reversed[i] = Integer.reverse(i) >>> shift;
        }
        // The roots of each stage lie one after the other: stage of half-length h from index h.
        cosines = new float[size];
        sines = new float[size];
        for (int half = 1; half < size; half *= 2) {
            for (int i = 0; i < half; i++) {
                cosines[half + i] = (float) Math.cos(Math.PI * i / half);
                sines[half + i] = (float) -Math.sin(Math.PI * i / half);
            }
        }
    }

    /** {@code X[k] = Σ x[n]·e^(−2πikn/N)}, not scaled. The inverse is the same with the two arrays exchanged. */
    void transform(float[] re, float[] im) {
        for (int i = 0; i < size; i++) {
            int j = reversed[i];
            if (j > i) {
                float r = re[i];
                re[i] = re[j];
                re[j] = r;
                float m = im[i];
                im[i] = im[j];
                im[j] = m;
            }
        }
        for (int half = 1; half < size; half *= 2) {
            for (int from = 0; from < size; from += 2 * half) {
                butterflies(re, im, from, half);
            }
        }
    }

    private void butterflies(float[] re, float[] im, int from, int half) {
        for (int i = 0; i < half; i++) {
            float c = cosines[half + i];
            float s = sines[half + i];
            int low = from + i;
            int high = low + half;
            float r = re[high] * c - im[high] * s;
            float m = re[high] * s + im[high] * c;
            re[high] = re[low] - r;
            im[high] = im[low] - m;
            re[low] += r;
            im[low] += m;
        }
    }
}
