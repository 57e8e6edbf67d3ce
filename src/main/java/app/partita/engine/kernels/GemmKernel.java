package app.partita.engine.kernels;

/**
 * The innermost part of a matrix product: one register tile of C = A·B.
 *
 * <p>Every implementation sums over k in ascending order with one fused multiply-add a term, starting from zero; so all
 * of them, scalar or SIMD, of any tile size, give the same bits.
 */
public interface GemmKernel {

    /** Rows of the tile. */
    int rows();

    /** Columns of the tile. */
    int columns();

    /**
     * Multiplies a packed panel of A by a panel of B.
     *
     * @param depth      the number of products in each sum
     * @param a          panel of A: {@code depth × rows}, dense, from {@code aOffset}
     * @param b          panel of B: {@code depth} rows of {@code columns} numbers, {@code bStride} apart
     * @param c          {@code rows × columns}, rows {@code cStride} apart
     * @param accumulate adds the sums to C instead of storing them
     */
    void multiply(int depth, float[] a, int aOffset, float[] b, int bOffset, int bStride,
                  float[] c, int cOffset, int cStride, boolean accumulate);
}
