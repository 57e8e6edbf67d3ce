package app.partita.engine.kernels.scalar;

import app.partita.engine.kernels.Elementwise;

/** Element after element. */
final class ScalarElementwise implements Elementwise {

    @Override
    public void affine(float[] x, int xo, float[] dst, int d, int n, float mul, float add) {
        for (int i = 0; i < n; i++) {
            dst[d + i] = Math.fma(x[xo + i], mul, add);
        }
    }

    @Override
    public void affineGelu(float[] x, int xo, float[] dst, int d, int n, float mul, float add) {
        for (int i = 0; i < n; i++) {
            dst[d + i] = ScalarMath.gelu(Math.fma(x[xo + i], mul, add));
        }
    }

    @Override
    public void glu(float[] a, int ao, float[] g, int go, float[] dst, int d, int n, float biasA, float biasG) {
        for (int i = 0; i < n; i++) {
            dst[d + i] = (a[ao + i] + biasA) * ScalarMath.sigmoid(g[go + i] + biasG);
        }
    }

    @Override
    public void affineGluAdd(float[] a, int ao, float[] g, int go, float[] dst, int d, int n,
                             float mulA, float addA, float mulG, float addG, float scale) {
        for (int i = 0; i < n; i++) {
            float value = Math.fma(a[ao + i], mulA, addA) * ScalarMath.sigmoid(Math.fma(g[go + i], mulG, addG));
            dst[d + i] = Math.fma(value, scale, dst[d + i]);
        }
    }

    @Override
    public void addScaled(float[] x, int xo, float[] dst, int d, int n, float scale, float bias) {
        for (int i = 0; i < n; i++) {
            dst[d + i] = Math.fma(x[xo + i] + bias, scale, dst[d + i]);
        }
    }

    @Override
    public void combine(float[] x, int[] from, float[] factors, int terms, float[] dst, int d, int n) {
        for (int i = 0; i < n; i++) {
            dst[d + i] = ScalarMath.combination(x, i, from, factors, terms);
        }
    }

    @Override
    public void winogradInputs(float[] x, int at, int stride, int n, float[] dst, int d, int dStride) {
        for (int i = 0; i < n; i++) {
            ScalarMath.winogradInputs(x, at + i, stride, dst, d + i, dStride);
        }
    }

    @Override
    public void winogradOutputs(float[] x, int at, int stride, int n) {
        for (int i = at; i < at + n; i++) {
            ScalarMath.winogradOutputs(x, i, stride);
        }
    }

    @Override
    public void pairedOutputs(float[] x, int at, int stride, int n) {
        for (int i = at; i < at + n; i++) {
            ScalarMath.pairedOutputs(x, i, stride);
        }
    }

    @Override
    public void spread(float[] x, int xo, int n, float[] dst, int d, int width, int stride) {
        for (int i = 0; i < n; i++) {
            dst[d + i / width * stride + i % width] = x[xo + i];
        }
    }

    @Override
    public void deinterleave(float[] x, int xo, int n, float[] dst, int d, int stride) {
        for (int i = 0; i < 4 * n; i++) {
            dst[d + i % 4 * stride + i / 4] = x[xo + i];
        }
    }

    @Override
    public void interleave(float[] x, int xo, int stride, int n, float[] dst, int d) {
        for (int i = 0; i < 4 * n; i++) {
            dst[d + i] = x[xo + i % 4 * stride + i / 4];
        }
    }

    @Override
    public void sum(float[] a, int ao, float[] b, int bo, float[] dst, int d, int n) {
        for (int i = 0; i < n; i++) {
            dst[d + i] = a[ao + i] + b[bo + i];
        }
    }

    @Override
    public void difference(float[] a, int ao, float[] b, int bo, float[] dst, int d, int n) {
        for (int i = 0; i < n; i++) {
            dst[d + i] = a[ao + i] - b[bo + i];
        }
    }
}
