package app.partita.engine.kernels.scalar;

import static app.partita.engine.kernels.Polynomials.*;

/** The functions of one number that the kernels are made of; the SIMD kernels use them for the last few elements. */
public final class ScalarMath {

    private ScalarMath() {
    }

    /** {@code e^x}; the argument is clamped to [−87, 88]. */
    public static float exp(float x) {
        float clamped = Math.min(Math.max(x, EXP_MIN), EXP_MAX);
        float rounded = Math.fma(clamped, LOG2_E, ROUND);
        float n = rounded - ROUND;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, clamped));
        float q = Math.fma(Math.fma(Math.fma(Math.fma(E6, r, E5), r, E4), r, E3), r, E2);
        float p = Math.fma(r * r, q, r) + 1f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(rounded) << 23));
    }

    /** The logistic function. */
    public static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    /** {@code x·Φ(x)}, in its erf form. */
    public static float gelu(float x) {
        float magnitude = Math.abs(x);
        float t = 1f / Math.fma(P, magnitude, 1f);
        float q = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(P6, t, P5), t, P4), t, P3), t, P2), t, P1) * t;
        float tail = magnitude * (q * exp(x * x * -0.5f));
        return Math.max(x, 0f) - tail;
    }
}
