package app.partita.engine.kernels.simd;

import app.partita.engine.kernels.GemmKernel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A register tile of 8 rows by 2 vectors.
 *
 * <p>Its speed comes from 16 accumulators that never leave the registers: 2 loads of B and 8 broadcasts of A feed
 * 16 fused multiply-adds. For 32 vector registers, where a tile of 12 rows would leave a remainder.
 */
final class Gemm8x2 implements GemmKernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public int rows() {
        return 8;
    }

    @Override
    public int columns() {
        return 2 * LANES;
    }

    @Override
    public void multiply(int depth, float[] a, int aOffset, float[] b, int bOffset, int bStride,
                         float[] c, int cOffset, int cStride, boolean accumulate) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0_0 = zero, c0_1 = zero;
        FloatVector c1_0 = zero, c1_1 = zero;
        FloatVector c2_0 = zero, c2_1 = zero;
        FloatVector c3_0 = zero, c3_1 = zero;
        FloatVector c4_0 = zero, c4_1 = zero;
        FloatVector c5_0 = zero, c5_1 = zero;
        FloatVector c6_0 = zero, c6_1 = zero;
        FloatVector c7_0 = zero, c7_1 = zero;
        int ai = aOffset;
        int bi = bOffset;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai]);
            c0_0 = a0.fma(b0, c0_0);
            c0_1 = a0.fma(b1, c0_1);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + 1]);
            c1_0 = a1.fma(b0, c1_0);
            c1_1 = a1.fma(b1, c1_1);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + 2]);
            c2_0 = a2.fma(b0, c2_0);
            c2_1 = a2.fma(b1, c2_1);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + 3]);
            c3_0 = a3.fma(b0, c3_0);
            c3_1 = a3.fma(b1, c3_1);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + 4]);
            c4_0 = a4.fma(b0, c4_0);
            c4_1 = a4.fma(b1, c4_1);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + 5]);
            c5_0 = a5.fma(b0, c5_0);
            c5_1 = a5.fma(b1, c5_1);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[ai + 6]);
            c6_0 = a6.fma(b0, c6_0);
            c6_1 = a6.fma(b1, c6_1);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[ai + 7]);
            c7_0 = a7.fma(b0, c7_0);
            c7_1 = a7.fma(b1, c7_1);
            ai += 8;
            bi += bStride;
        }
        if (accumulate) {
            c0_0 = FloatVector.fromArray(SPECIES, c, cOffset).add(c0_0);
            c0_1 = FloatVector.fromArray(SPECIES, c, cOffset + LANES).add(c0_1);
            c1_0 = FloatVector.fromArray(SPECIES, c, cOffset + cStride).add(c1_0);
            c1_1 = FloatVector.fromArray(SPECIES, c, cOffset + cStride + LANES).add(c1_1);
            c2_0 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride).add(c2_0);
            c2_1 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride + LANES).add(c2_1);
            c3_0 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride).add(c3_0);
            c3_1 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride + LANES).add(c3_1);
            c4_0 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride).add(c4_0);
            c4_1 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride + LANES).add(c4_1);
            c5_0 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride).add(c5_0);
            c5_1 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride + LANES).add(c5_1);
            c6_0 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride).add(c6_0);
            c6_1 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride + LANES).add(c6_1);
            c7_0 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride).add(c7_0);
            c7_1 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride + LANES).add(c7_1);
        }
        c0_0.intoArray(c, cOffset);
        c0_1.intoArray(c, cOffset + LANES);
        c1_0.intoArray(c, cOffset + cStride);
        c1_1.intoArray(c, cOffset + cStride + LANES);
        c2_0.intoArray(c, cOffset + 2 * cStride);
        c2_1.intoArray(c, cOffset + 2 * cStride + LANES);
        c3_0.intoArray(c, cOffset + 3 * cStride);
        c3_1.intoArray(c, cOffset + 3 * cStride + LANES);
        c4_0.intoArray(c, cOffset + 4 * cStride);
        c4_1.intoArray(c, cOffset + 4 * cStride + LANES);
        c5_0.intoArray(c, cOffset + 5 * cStride);
        c5_1.intoArray(c, cOffset + 5 * cStride + LANES);
        c6_0.intoArray(c, cOffset + 6 * cStride);
        c6_1.intoArray(c, cOffset + 6 * cStride + LANES);
        c7_0.intoArray(c, cOffset + 7 * cStride);
        c7_1.intoArray(c, cOffset + 7 * cStride + LANES);
    }
}
