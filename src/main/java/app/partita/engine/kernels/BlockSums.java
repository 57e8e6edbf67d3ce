package app.partita.engine.kernels;

/**
 * The sums of one step of Strassen's algorithm, in Winograd's form (Higham 2002, section 23.1), of 2 × 2 blocks. Blocks are
 * counted row by row and hold a multiple of 16 numbers.
 */
public interface BlockSums {

    /**
     * The left side's: {@code S1 = A21 + A22, S2 = S1 − A11, S3 = A11 − A21, S4 = A12 − S2}.
     *
     * @param a    where four blocks of {@code n} numbers follow each other from {@code from} on
     * @param sums where the sums follow each other from {@code at} on
     */
    void left(float[] a, int from, int n, float[] sums, int at);

    /**
     * The right side's: {@code T1 = B12 − B11, T2 = B22 − T1, T3 = B22 − B12, T4 = B21 − T2}, of {@code n} numbers each.
     *
     * @param b        where the four blocks and then the four sums begin, {@code distance} apart from {@code from} on
     */
    void right(float[] b, int from, int distance, int n);

    /**
     * Adds to the blocks of C what they share: {@code C11 += P1, C12 += P1 + P2 + P4, C21 += P1 + P2 + P3,
     * C22 += P1 + P2 + P3 + P4}.
     *
     * @param products P1 to P4, of {@code n} numbers each, from {@code from} on: A11·B11, S2·T2, S3·T3 and S1·T1
     * @param more     whether C22 holds something; else it is overwritten
     */
    void products(float[] products, int from, int n, float[] c, int at, boolean more);
}
