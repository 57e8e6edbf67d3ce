package app.partita.engine.kernels;

/**
 * Sums whose order is fixed, so that the instruction set does not change their bits: element i belongs to lane
 * i mod {@value #LANES}; a lane adds floats over {@value #BLOCK} elements, then goes into a double.
 */
public interface Reductions {

    /** The lanes of every sum, whatever the width of the registers. */
    int LANES = 16;

    /** Elements after which the lanes are emptied into doubles: plain float sums lose 5e-5 over a whole spectrogram. */
    int BLOCK = 64 * LANES;

    /** Adds {@code Σx} to {@code sums[at]} and {@code Σx²} to {@code sums[at + 1]}. */
    void moments(float[] x, int offset, int n, double[] sums, int at);

    /**
     * Adds {@code Σx} of each row to {@code sums[row]} and, for all pairs of rows {@code j ≤ i}, {@code Σx_i·x_j} to
     * {@code products[i·rows + j]}.
     *
     * @param stride the distance between rows of {@code n} numbers
     */
    void products(float[] x, int offset, int stride, int rows, int n, double[] sums, double[] products);
}
