package app.partita.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What one core can do at most: twelve independent chains of fused multiply-adds that never touch memory. */
final class Peak {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int STEPS = 2_000_000;

    private float sink;

    /** The instruction set that the vectors of this run compile to, by their width. */
    static String isa() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return switch (SPECIES.vectorBitSize()) {
            case 512 -> arm ? "sve512" : "avx512";
            case 256 -> arm ? "sve256" : "avx2";
            default -> arm ? "neon" : "sse";
        };
    }

    /** The best of {@code tries} short runs, in GFLOP/s. */
    double measure(int tries) {
        double best = 0;
        for (int i = 0; i < tries; i++) {
            long start = System.nanoTime();
            sink += chains(1);
            double seconds = (System.nanoTime() - start) * 1e-9;
            best = Math.max(best, 2.0 * CHAINS * SPECIES.length() * STEPS / seconds * 1e-9);
        }
        return best;
    }

    private static float chains(float start) {
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector term = FloatVector.broadcast(SPECIES, 1e-3f * start);
        FloatVector a = term;
        FloatVector b = term;
        FloatVector c = term;
        FloatVector d = term;
        FloatVector e = term;
        FloatVector f = term;
        FloatVector g = term;
        FloatVector h = term;
        FloatVector i = term;
        FloatVector j = term;
        FloatVector k = term;
        FloatVector l = term;
        for (int step = 0; step < STEPS; step++) {
            a = a.fma(factor, term);
            b = b.fma(factor, term);
            c = c.fma(factor, term);
            d = d.fma(factor, term);
            e = e.fma(factor, term);
            f = f.fma(factor, term);
            g = g.fma(factor, term);
            h = h.fma(factor, term);
            i = i.fma(factor, term);
            j = j.fma(factor, term);
            k = k.fma(factor, term);
            l = l.fma(factor, term);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }
}
