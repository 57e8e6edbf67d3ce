package app.partita.engine.kernels;

/**
 * Operations on stretches of {@code n} numbers. Scalar and SIMD implementations use the same polynomials and fused
 * multiply-adds, so they give the same bits.
 */
public interface Elementwise {

    /** {@code dst = x·mul + add}. */
    void affine(float[] x, int xo, float[] dst, int d, int n, float mul, float add);

    /** {@code dst = GELU(x·mul + add)}, in its erf form. */
    void affineGelu(float[] x, int xo, float[] dst, int d, int n, float mul, float add);

    /** {@code dst = (a + biasA)·σ(g + biasG)}. */
    void glu(float[] a, int ao, float[] g, int go, float[] dst, int d, int n, float biasA, float biasG);

    /** {@code dst += scale·(a·mulA + addA)·σ(g·mulG + addG)}. */
    void affineGluAdd(float[] a, int ao, float[] g, int go, float[] dst, int d, int n,
                      float mulA, float addA, float mulG, float addG, float scale);

    /** {@code dst += scale·(x + bias)}. */
    void addScaled(float[] x, int xo, float[] dst, int d, int n, float scale, float bias);

    /** {@code dst[i] = Σ factors[j]·x[from[j] + i]} over the first {@code terms} factors; zeros if there are none. */
    void combine(float[] x, int[] from, float[] factors, int terms, float[] dst, int d, int n);

    /**
     * The input transform of Winograd's F(4,3) with the points 0, 1, −1, 1/2, −2 and ∞, of {@code n} tiles side by side:
     * inputs 0 to 3 of tile i are {@code x[at + p·stride + i]}, 4 and 5 the first two of tile i + 1; point j of it becomes
     * {@code dst[d + j·dStride + i]}.
     */
    void winogradInputs(float[] x, int at, int stride, int n, float[] dst, int d, int dStride);

    /**
     * The output transform of Winograd's F(4,3) with the points 0, 1, −1, 1/2, −2 and ∞, in place: of the six stretches
     * that begin {@code stride} apart at {@code at}, the first four become the outputs.
     */
    void winogradOutputs(float[] x, int at, int stride, int n);

    /**
     * The output transform of Winograd's F(3,2) with the points 0, 1, −1 and ∞, in place: of the four stretches that begin
     * {@code stride} apart at {@code at}, the first three become the outputs.
     */
    void pairedOutputs(float[] x, int at, int stride, int n);

    /** Copies stretches of {@code width} numbers, the last one shorter, to places {@code stride} apart. */
    void spread(float[] x, int xo, int n, float[] dst, int d, int width, int stride);

    /** Deals {@code 4·n} numbers out to four stretches: {@code dst[d + p·stride + i] = x[xo + 4i + p]}. */
    void deinterleave(float[] x, int xo, int n, float[] dst, int d, int stride);

    /** The inverse: {@code dst[d + 4i + p] = x[xo + p·stride + i]} for i below n. */
    void interleave(float[] x, int xo, int stride, int n, float[] dst, int d);

    /** {@code dst = a + b}. */
    void sum(float[] a, int ao, float[] b, int bo, float[] dst, int d, int n);

    /** {@code dst = a − b}. */
    void difference(float[] a, int ao, float[] b, int bo, float[] dst, int d, int n);
}
