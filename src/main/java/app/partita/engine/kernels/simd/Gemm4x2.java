package app.partita.engine.kernels.simd;

import app.partita.engine.kernels.GemmKernel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A register tile of 4 rows by 2 vectors.
 *
 * <p>Its speed comes from 8 accumulators that never leave the registers: 2 loads of B and 4 broadcasts of A feed
 * 8 fused multiply-adds. Fits 16 vector registers (AVX2) and the last rows elsewhere.
 */
final class Gemm4x2 implements GemmKernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public int rows() {
        return 4;
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
            ai += 4;
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
        }
        c0_0.intoArray(c, cOffset);
        c0_1.intoArray(c, cOffset + LANES);
        c1_0.intoArray(c, cOffset + cStride);
        c1_1.intoArray(c, cOffset + cStride + LANES);
        c2_0.intoArray(c, cOffset + 2 * cStride);
        c2_1.intoArray(c, cOffset + 2 * cStride + LANES);
        c3_0.intoArray(c, cOffset + 3 * cStride);
        c3_1.intoArray(c, cOffset + 3 * cStride + LANES);
    }
}
