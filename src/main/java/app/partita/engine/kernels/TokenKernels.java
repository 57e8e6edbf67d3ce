package app.partita.engine.kernels;

/** Operations down the columns of a matrix whose columns are tokens or queries: a SIMD lane is a column. */
public interface TokenKernels {

    /** Rows after which a column's float sum goes into its second accumulator. */
    int BLOCK = 32;

    /**
     * LayerNorm over each column: {@code (x − mean)/√(variance + epsilon)·weight[row] + bias[row]}, biased variance.
     *
     * @param columns a multiple of {@value Reductions#LANES}: rows are padded
     */
    void layerNorm(float[] x, int xo, int xStride, int rows, int columns, float[] weight, float[] bias, float epsilon,
                   float[] dst, int d, int dStride);

    /**
     * One step of an online softmax (Milakov and Gimelshein 2018) over {@code keys} more rows of scores, which
     * count in powers of 2: replaces them by {@code 2^(score − max)}, updates each column's running maximum and sum, and leaves in {@code correction} the
     * factor for what was accumulated before.
     *
     * @param scores {@code keys × columns}, dense
     */
    void softmax(float[] scores, int offset, int keys, int columns, float[] max, float[] sum, float[] correction);

    /** Multiplies each column of a dense {@code rows × columns} block by its factor. */
    void scaleColumns(float[] x, int offset, int rows, int columns, float[] factor);
}
