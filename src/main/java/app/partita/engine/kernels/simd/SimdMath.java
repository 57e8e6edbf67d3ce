package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.Polynomials.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link app.partita.engine.kernels.scalar.ScalarMath}, a vector at a time.
 *
 * <p>Bounds are kept by comparing and blending: two instructions, where Java's {@code max} and {@code min}, which
 * think of NaN and −0, are six.
 */
final class SimdMath {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private SimdMath() {
    }

    static FloatVector exp(FloatVector x) {
        return expOfSmall(x.blend(EXP_MAX, x.compare(VectorOperators.GT, EXP_MAX)));
    }

    private static FloatVector expOfSmall(FloatVector x) {
        FloatVector clamped = x.blend(EXP_MIN, x.lt(EXP_MIN));
        FloatVector rounded = clamped.fma(all(LOG2_E), all(ROUND));
        FloatVector n = rounded.sub(ROUND);
        FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), clamped));
        FloatVector q = r.fma(all(E6), all(E5));
        q = q.fma(r, all(E4));
        q = q.fma(r, all(E3));
        q = q.fma(r, all(E2));
        FloatVector p = r.mul(r).fma(q, r).add(1f);
        IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    }

    static FloatVector exp2(FloatVector x) {
        FloatVector clamped = x.blend(EXP2_MIN, x.lt(EXP2_MIN));
        FloatVector rounded = clamped.add(ROUND);
        FloatVector r = clamped.sub(rounded.sub(ROUND));
        FloatVector q = r.fma(all(T6), all(T5));
        q = q.fma(r, all(T4));
        q = q.fma(r, all(T3));
        q = q.fma(r, all(T2));
        q = q.fma(r, all(T1));
        FloatVector p = q.fma(r, all(1f));
        IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        return all(1f).div(exp(x.neg()).add(1f));
    }

    static FloatVector gelu(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector t = all(1f).div(magnitude.fma(all(P), all(1f)));
        FloatVector q = t.fma(all(P6), all(P5));
        q = q.fma(t, all(P4));
        q = q.fma(t, all(P3));
        q = q.fma(t, all(P2));
        q = q.fma(t, all(P1)).mul(t);
        FloatVector tail = magnitude.mul(q.mul(expOfSmall(x.mul(x).mul(-0.5f))));
        return x.fma(all(0.5f), magnitude.mul(0.5f)).sub(tail);
    }

    /** Of each lane the larger number; {@code a}'s if one of them is NaN. */
    static FloatVector larger(FloatVector a, FloatVector b) {
        return a.blend(b, b.compare(VectorOperators.GT, a));
    }

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
