package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.LANES;
import static app.partita.engine.kernels.simd.SimdMath.SPECIES;
import static app.partita.engine.kernels.simd.SimdMath.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Four stretches to one and back, four vectors at a time.
 *
 * <p>Its speed comes from permuting every vector as a whole and blending, where a loop moves one number after the other.
 */
final class SimdInterleaving {

    private static final int PHASES = 4;
    private static final int QUARTER = LANES / PHASES;

    private static final VectorShuffle<Float> PHASE_0 = phase(0);
    private static final VectorShuffle<Float> PHASE_1 = phase(1);
    private static final VectorShuffle<Float> PHASE_2 = phase(2);
    private static final VectorShuffle<Float> PHASE_3 = phase(3);
    private static final VectorMask<Float> SECOND_QUARTER = quarter(1);
    private static final VectorMask<Float> THIRD_QUARTER = quarter(2);
    private static final VectorMask<Float> FOURTH_QUARTER = quarter(3);

    private static final VectorShuffle<Float> SPREAD_0 = spread(0);
    private static final VectorShuffle<Float> SPREAD_1 = spread(1);
    private static final VectorShuffle<Float> SPREAD_2 = spread(2);
    private static final VectorShuffle<Float> SPREAD_3 = spread(3);
    private static final VectorMask<Float> SECONDS = every(1);
    private static final VectorMask<Float> THIRDS = every(2);
    private static final VectorMask<Float> FOURTHS = every(3);

    private SimdInterleaving() {
    }

    /** In every quarter of a vector, its numbers of one phase. */
    private static VectorShuffle<Float> phase(int phase) {
        return VectorShuffle.fromOp(SPECIES, lane -> PHASES * (lane % QUARTER) + phase);
    }

    private static VectorMask<Float> quarter(int quarter) {
        return VectorMask.fromLong(SPECIES, ((1L << QUARTER) - 1) << quarter * QUARTER);
    }

    /** The numbers of one quarter, each four times. */
    private static VectorShuffle<Float> spread(int quarter) {
        return VectorShuffle.fromOp(SPECIES, lane -> quarter * QUARTER + lane / PHASES);
    }

    private static VectorMask<Float> every(int phase) {
        return VectorMask.fromLong(SPECIES, 0x1111_1111L << phase & (1L << LANES) - 1);
    }

    /** As the kernel of this name; how many numbers of each phase it moved, the last few being left. */
    static int deinterleave(float[] x, int xo, int n, float[] dst, int d, int stride) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            int from = xo + PHASES * i;
            FloatVector a = load(x, from);
            FloatVector b = load(x, from + LANES);
            FloatVector c = load(x, from + 2 * LANES);
            FloatVector e = load(x, from + 3 * LANES);
            a.rearrange(PHASE_0).blend(b.rearrange(PHASE_0), SECOND_QUARTER).blend(c.rearrange(PHASE_0), THIRD_QUARTER)
                    .blend(e.rearrange(PHASE_0), FOURTH_QUARTER).intoArray(dst, d + i);
            a.rearrange(PHASE_1).blend(b.rearrange(PHASE_1), SECOND_QUARTER).blend(c.rearrange(PHASE_1), THIRD_QUARTER)
                    .blend(e.rearrange(PHASE_1), FOURTH_QUARTER).intoArray(dst, d + stride + i);
            a.rearrange(PHASE_2).blend(b.rearrange(PHASE_2), SECOND_QUARTER).blend(c.rearrange(PHASE_2), THIRD_QUARTER)
                    .blend(e.rearrange(PHASE_2), FOURTH_QUARTER).intoArray(dst, d + 2 * stride + i);
            a.rearrange(PHASE_3).blend(b.rearrange(PHASE_3), SECOND_QUARTER).blend(c.rearrange(PHASE_3), THIRD_QUARTER)
                    .blend(e.rearrange(PHASE_3), FOURTH_QUARTER).intoArray(dst, d + 3 * stride + i);
        }
        return i;
    }

    /** As the kernel of this name; how many numbers of each phase it moved, the last few being left. */
    static int interleave(float[] x, int xo, int stride, int n, float[] dst, int d) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            int to = d + PHASES * i;
            FloatVector a = load(x, xo + i);
            FloatVector b = load(x, xo + stride + i);
            FloatVector c = load(x, xo + 2 * stride + i);
            FloatVector e = load(x, xo + 3 * stride + i);
            a.rearrange(SPREAD_0).blend(b.rearrange(SPREAD_0), SECONDS).blend(c.rearrange(SPREAD_0), THIRDS)
                    .blend(e.rearrange(SPREAD_0), FOURTHS).intoArray(dst, to);
            a.rearrange(SPREAD_1).blend(b.rearrange(SPREAD_1), SECONDS).blend(c.rearrange(SPREAD_1), THIRDS)
                    .blend(e.rearrange(SPREAD_1), FOURTHS).intoArray(dst, to + LANES);
            a.rearrange(SPREAD_2).blend(b.rearrange(SPREAD_2), SECONDS).blend(c.rearrange(SPREAD_2), THIRDS)
                    .blend(e.rearrange(SPREAD_2), FOURTHS).intoArray(dst, to + 2 * LANES);
            a.rearrange(SPREAD_3).blend(b.rearrange(SPREAD_3), SECONDS).blend(c.rearrange(SPREAD_3), THIRDS)
                    .blend(e.rearrange(SPREAD_3), FOURTHS).intoArray(dst, to + 3 * LANES);
        }
        return i;
    }
}
