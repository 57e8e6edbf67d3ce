package app.partita.engine.kernels.scalar;

import static app.partita.engine.kernels.Polynomials.*;

/** The functions of one number that the kernels are made of; the SIMD kernels use them for the last few elements. */
public final class ScalarMath {

    private ScalarMath() {
    }

    /** {@code e^x}; the argument is clamped to [−87, 88]. */
    public static float exp(float x) {
        return expOfSmall(x > EXP_MAX ? EXP_MAX : x);
    }

    private static float expOfSmall(float x) {
        float clamped = x < EXP_MIN ? EXP_MIN : x;
        float rounded = Math.fma(clamped, LOG2_E, ROUND);
        float n = rounded - ROUND;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, clamped));
        float q = Math.fma(Math.fma(Math.fma(Math.fma(E6, r, E5), r, E4), r, E3), r, E2);
        float p = Math.fma(r * r, q, r) + 1f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(rounded) << 23));
    }

    /** {@code 2^x} for x up to 0; the argument is not let below −126. */
    public static float exp2(float x) {
        float clamped = x < EXP2_MIN ? EXP2_MIN : x;
        float rounded = clamped + ROUND;
        float r = clamped - (rounded - ROUND);
        float q = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(T6, r, T5), r, T4), r, T3), r, T2), r, T1);
        float p = Math.fma(q, r, 1f);
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(rounded) << 23));
    }

    /** The logistic function. */
    public static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    /** Element {@code i} of {@link app.partita.engine.kernels.Elementwise#combine}. */
    public static float combination(float[] x, int i, int[] from, float[] factors, int terms) {
        float sum = 0f;
        for (int j = 0; j < terms; j++) {
            sum = Math.fma(factors[j], x[from[j] + i], sum);
        }
        return sum;
    }

    /** Tile {@code i} of {@link app.partita.engine.kernels.Elementwise#winogradInputs}. */
    public static void winogradInputs(float[] x, int i, int stride, float[] dst, int d, int dStride) {
        float x1 = x[i + stride];
        float x2 = x[i + 2 * stride];
        float x3 = x[i + 3 * stride];
        float x4 = x[i + 1];
        dst[d] = Math.fma(x3, 1.5f, Math.fma(x2, -2f, Math.fma(x1, -1.5f, x[i]))) + x4;
        dst[d + dStride] = Math.fma(x3, 2.5f, Math.fma(x2, 0.5f, x4 - x1));
        dst[d + 2 * dStride] = Math.fma(x3, 0.5f, Math.fma(x2, -2.5f, x4 + x1));
        dst[d + 3 * dStride] = Math.fma(x3 - x1, 2f, x4 - x2);
        dst[d + 4 * dStride] = Math.fma(x3 - x1, -0.5f, x4 - x2);
        dst[d + 5 * dStride] = Math.fma(x4, 1.5f, Math.fma(x3, -2f, Math.fma(x2, -1.5f, x1))) + x[i + stride + 1];
    }

    /** Element {@code i} of {@link app.partita.engine.kernels.Elementwise#winogradOutputs}. */
    public static void winogradOutputs(float[] x, int i, int stride) {
        float m1 = x[i + stride];
        float m2 = x[i + 2 * stride];
        float m3 = x[i + 3 * stride];
        float m4 = x[i + 4 * stride];
        float even = m1 + m2;
        float odd = m1 - m2;
        x[i] += even + (m3 + m4);
        x[i + stride] = odd + Math.fma(m3, 0.5f, m4 * -2f);
        x[i + 2 * stride] = even + Math.fma(m3, 0.25f, m4 * 4f);
        x[i + 3 * stride] = odd + Math.fma(m3, 0.125f, m4 * -8f) + x[i + 5 * stride];
    }

    /** Element {@code i} of {@link app.partita.engine.kernels.Elementwise#pairedOutputs}. */
    public static void pairedOutputs(float[] x, int i, int stride) {
        float m1 = x[i + stride];
        float m2 = x[i + 2 * stride];
        float even = m1 + m2;
        x[i] += even;
        x[i + stride] = m1 - m2;
        x[i + 2 * stride] = even + x[i + 3 * stride];
    }

    /** {@code x·Φ(x)}, in its erf form. */
    public static float gelu(float x) {
        float magnitude = Math.abs(x);
        float t = 1f / Math.fma(P, magnitude, 1f);
        float q = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(P6, t, P5), t, P4), t, P3), t, P2), t, P1) * t;
        float tail = magnitude * (q * expOfSmall(x * x * -0.5f));
        return Math.fma(0.5f, x, 0.5f * magnitude) - tail;
    }
}
