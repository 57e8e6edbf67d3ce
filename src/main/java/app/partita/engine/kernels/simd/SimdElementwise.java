package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.LANES;
import static app.partita.engine.kernels.simd.SimdMath.all;
import static app.partita.engine.kernels.simd.SimdMath.load;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.scalar.ScalarMath;

/** A vector at a time; the last few elements by {@link ScalarMath}, which rounds in the same places. */
final class SimdElementwise implements Elementwise {

    @Override
    public void affine(float[] x, int xo, float[] dst, int d, int n, float mul, float add) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(x, xo + i).fma(all(mul), all(add)).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            dst[d + i] = Math.fma(x[xo + i], mul, add);
        }
    }

    @Override
    public void affineGelu(float[] x, int xo, float[] dst, int d, int n, float mul, float add) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            SimdMath.gelu(load(x, xo + i).fma(all(mul), all(add))).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            dst[d + i] = ScalarMath.gelu(Math.fma(x[xo + i], mul, add));
        }
    }

    @Override
    public void glu(float[] a, int ao, float[] g, int go, float[] dst, int d, int n, float biasA, float biasG) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, ao + i).add(biasA).mul(SimdMath.sigmoid(load(g, go + i).add(biasG))).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            dst[d + i] = (a[ao + i] + biasA) * ScalarMath.sigmoid(g[go + i] + biasG);
        }
    }

    @Override
    public void affineGluAdd(float[] a, int ao, float[] g, int go, float[] dst, int d, int n,
                             float mulA, float addA, float mulG, float addG, float scale) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, ao + i).fma(all(mulA), all(addA))
                    .mul(SimdMath.sigmoid(load(g, go + i).fma(all(mulG), all(addG))))
                    .fma(all(scale), load(dst, d + i))
                    .intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            float value = Math.fma(a[ao + i], mulA, addA) * ScalarMath.sigmoid(Math.fma(g[go + i], mulG, addG));
            dst[d + i] = Math.fma(value, scale, dst[d + i]);
        }
    }

    @Override
    public void addScaled(float[] x, int xo, float[] dst, int d, int n, float scale, float bias) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(x, xo + i).add(bias).fma(all(scale), load(dst, d + i)).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            dst[d + i] = Math.fma(x[xo + i] + bias, scale, dst[d + i]);
        }
    }

    @Override
    public void sum(float[] a, int ao, float[] b, int bo, float[] dst, int d, int n) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, ao + i).add(load(b, bo + i)).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            dst[d + i] = a[ao + i] + b[bo + i];
        }
    }
}
