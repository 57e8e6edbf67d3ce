package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.LANES;
import static app.partita.engine.kernels.simd.SimdMath.all;
import static app.partita.engine.kernels.simd.SimdMath.load;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.scalar.ScalarMath;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

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

    /** Its speed comes from four terms at a time, whose factors and places stay in registers for the whole stretch. */
    @Override
    public void combine(float[] x, int[] from, float[] factors, int terms, float[] dst, int d, int n) {
        if (terms == 0) {
            Arrays.fill(dst, d, d + n, 0f);
            return;
        }
        for (int j = 0; j < terms; ) {
            int left = terms - j;
            if (left >= 4) {
                combine4(x, from, factors, j, dst, d, n);
                j += 4;
            } else {
                combine1(x, from[j], factors[j], j == 0, dst, d, n);
                j++;
            }
        }
    }

    private static void combine4(float[] x, int[] from, float[] factors, int j, float[] dst, int d, int n) {
        int a = from[j];
        int b = from[j + 1];
        int c = from[j + 2];
        int e = from[j + 3];
        FloatVector factorA = all(factors[j]);
        FloatVector factorB = all(factors[j + 1]);
        FloatVector factorC = all(factors[j + 2]);
        FloatVector factorE = all(factors[j + 3]);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            FloatVector sum = j == 0 ? all(0f) : load(dst, d + i);
            sum = load(x, a + i).fma(factorA, sum);
            sum = load(x, b + i).fma(factorB, sum);
            sum = load(x, c + i).fma(factorC, sum);
            load(x, e + i).fma(factorE, sum).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            float sum = Math.fma(factors[j], x[a + i], j == 0 ? 0f : dst[d + i]);
            sum = Math.fma(factors[j + 1], x[b + i], sum);
            sum = Math.fma(factors[j + 2], x[c + i], sum);
            dst[d + i] = Math.fma(factors[j + 3], x[e + i], sum);
        }
    }

    private static void combine1(float[] x, int from, float factor, boolean first, float[] dst, int d, int n) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            FloatVector sum = first ? all(0f) : load(dst, d + i);
            load(x, from + i).fma(all(factor), sum).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            dst[d + i] = Math.fma(factor, x[from + i], first ? 0f : dst[d + i]);
        }
    }

    /** Its speed comes from all six points in one pass; the last vector of tiles overlaps the one before it. */
    @Override
    public void winogradInputs(float[] x, int at, int stride, int n, float[] dst, int d, int dStride) {
        if (n < LANES) {
            for (int i = 0; i < n; i++) {
                ScalarMath.winogradInputs(x, at + i, stride, dst, d + i, dStride);
            }
            return;
        }
        for (int tile = 0; tile < n; tile += LANES) {
            int i = Math.min(tile, n - LANES);
            int from = at + i;
            FloatVector x1 = load(x, from + stride);
            FloatVector x2 = load(x, from + 2 * stride);
            FloatVector x3 = load(x, from + 3 * stride);
            FloatVector x4 = load(x, from + 1);
            FloatVector outer = x3.sub(x1);
            FloatVector inner = x4.sub(x2);
            int to = d + i;
            x3.fma(all(1.5f), x2.fma(all(-2f), x1.fma(all(-1.5f), load(x, from)))).add(x4).intoArray(dst, to);
            x3.fma(all(2.5f), x2.fma(all(0.5f), x4.sub(x1))).intoArray(dst, to + dStride);
            x3.fma(all(0.5f), x2.fma(all(-2.5f), x4.add(x1))).intoArray(dst, to + 2 * dStride);
            outer.fma(all(2f), inner).intoArray(dst, to + 3 * dStride);
            outer.fma(all(-0.5f), inner).intoArray(dst, to + 4 * dStride);
            x4.fma(all(1.5f), x3.fma(all(-2f), x2.fma(all(-1.5f), x1))).add(load(x, from + stride + 1))
                    .intoArray(dst, to + 5 * dStride);
        }
    }

    @Override
    public void winogradOutputs(float[] x, int at, int stride, int n) {
        int i = at;
        for (; i <= at + n - LANES; i += LANES) {
            FloatVector m1 = load(x, i + stride);
            FloatVector m2 = load(x, i + 2 * stride);
            FloatVector m3 = load(x, i + 3 * stride);
            FloatVector m4 = load(x, i + 4 * stride);
            FloatVector even = m1.add(m2);
            FloatVector odd = m1.sub(m2);
            load(x, i).add(even.add(m3.add(m4))).intoArray(x, i);
            odd.add(m3.fma(all(0.5f), m4.mul(-2f))).intoArray(x, i + stride);
            even.add(m3.fma(all(0.25f), m4.mul(4f))).intoArray(x, i + 2 * stride);
            odd.add(m3.fma(all(0.125f), m4.mul(-8f))).add(load(x, i + 5 * stride)).intoArray(x, i + 3 * stride);
        }
        for (; i < at + n; i++) {
            ScalarMath.winogradOutputs(x, i, stride);
        }
    }

    @Override
    public void pairedOutputs(float[] x, int at, int stride, int n) {
        int i = at;
        for (; i <= at + n - LANES; i += LANES) {
            FloatVector m1 = load(x, i + stride);
            FloatVector m2 = load(x, i + 2 * stride);
            FloatVector even = m1.add(m2);
            load(x, i).add(even).intoArray(x, i);
            m1.sub(m2).intoArray(x, i + stride);
            even.add(load(x, i + 3 * stride)).intoArray(x, i + 2 * stride);
        }
        for (; i < at + n; i++) {
            ScalarMath.pairedOutputs(x, i, stride);
        }
    }

    /** Its speed comes from vectors moved one by one: calls of arraycopy cost more than the few bytes they copy. */
    @Override
    public void spread(float[] x, int xo, int n, float[] dst, int d, int width, int stride) {
        int i = 0;
        int to = d;
        for (; i <= n - width; i += width, to += stride) {
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(x, xo + i + j).intoArray(dst, to + j);
            }
            for (; j < width; j++) {
                dst[to + j] = x[xo + i + j];
            }
        }
        for (int start = i; i < n; i++) {
            dst[to + i - start] = x[xo + i];
        }
    }

    @Override
    public void deinterleave(float[] x, int xo, int n, float[] dst, int d, int stride) {
        int done = SimdInterleaving.deinterleave(x, xo, n, dst, d, stride);
        for (int i = 4 * done; i < 4 * n; i++) {
            dst[d + i % 4 * stride + i / 4] = x[xo + i];
        }
    }

    @Override
    public void interleave(float[] x, int xo, int stride, int n, float[] dst, int d) {
        int done = SimdInterleaving.interleave(x, xo, stride, n, dst, d);
        for (int i = 4 * done; i < 4 * n; i++) {
            dst[d + i] = x[xo + i % 4 * stride + i / 4];
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

    @Override
    public void difference(float[] a, int ao, float[] b, int bo, float[] dst, int d, int n) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, ao + i).sub(load(b, bo + i)).intoArray(dst, d + i);
        }
        for (; i < n; i++) {
            dst[d + i] = a[ao + i] - b[bo + i];
        }
    }
}
