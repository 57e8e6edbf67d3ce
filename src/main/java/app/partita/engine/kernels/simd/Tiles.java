package app.partita.engine.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Stores a row of accumulators. */
final class Tiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private Tiles() {
    }

    static void store2(FloatVector v0, FloatVector v1, float[] c, int offset, boolean accumulate) {
        if (accumulate) {
            v0 = FloatVector.fromArray(SPECIES, c, offset).add(v0);
            v1 = FloatVector.fromArray(SPECIES, c, offset + LANES).add(v1);
        }
        v0.intoArray(c, offset);
        v1.intoArray(c, offset + LANES);
    }
}
