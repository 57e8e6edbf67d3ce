package app.partita.engine.kernels;

/**
 * The steps of a fast Fourier transform of {@value #LANES} complex signals at once: number n of signal i lies at
 * {@code n·LANES + i}, so a vector holds the same number of neighbouring signals and none is ever shuffled.
 *
 * <p>Both directions work in place (Gentleman and Sande 1966; Cooley and Tukey 1965): forth from the natural order into
 * the one with reversed digits, back from there.
 */
public interface Fourier {

    int LANES = 16;

    /**
     * Splits a transform into four of a quarter of its size: number j of quarter q becomes input j of the transform
     * of the frequencies 4k + q.
     *
     * @param first  the first number's index, in numbers of {@value #LANES} floats
     * @param size   how many numbers, a multiple of 4
     * @param cosine of {@code 2πj/(size·step)} at index j, and {@code sine}
     * @param step   how far the roots of this transform lie apart in them
     */
    void split(float[] re, float[] im, int first, int size, float[] cosine, float[] sine, int step);

    /** The inverse of {@link #split}, but for a factor of 4. */
    void join(float[] re, float[] im, int first, int size, float[] cosine, float[] sine, int step);

    /** A transform of two numbers, which is its own inverse but for a factor of 2. */
    void pair(float[] re, float[] im, int first);

    /**
     * Joins one bin of two real signals' spectra to the two numbers of one complex signal's spectrum: {@code l + i·r}
     * and {@code l* + i·r*}. Of each number is taken {@code x·mul + add}.
     *
     * @param from where the real and imaginary parts of l, then those of r begin
     * @param low  the index of the bin in the complex spectrum
     * @param high that of the bin of negative frequency
     */
    void weave(float[] x, int[] from, float mul, float add, float[] re, float[] im, int low, int high);

    /** The inverse of {@link #weave}, times {@code factor}. */
    void unweave(float[] re, float[] im, int low, int high, float factor, float[] x, int[] to);
}
