package app.partita.engine.kernels;

import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.engine.kernels.simd.SimdKernels;
import java.util.List;

/** A family of kernels that belong together, for one instruction set. */
public interface Kernels {

    /** A short name, such as {@code avx512} or {@code scalar}: part of the name of cached weights. */
    String instructionSet();

    /** GEMM kernels, tallest first; all are equally wide and the last one has 4 rows. */
    List<GemmKernel> gemm();

    Elementwise elementwise();

    BlockSums blockSums();

    Reductions reductions();

    TokenKernels tokens();

    Fourier fourier();

    /** The fastest family that this JVM can run. */
    static Kernels fastest() {
        Kernels simd = hasVectorApi() ? SimdKernels.detect() : null;
        return simd == null ? new ScalarKernels() : simd;
    }

    /** As {@link #fastest}; the choice is logged, with the remedy if it is a slow one. */
    static Kernels best() {
        System.Logger log = System.getLogger(Kernels.class.getName());
        Kernels fastest = fastest();
        if (!hasVectorApi()) {
            log.log(System.Logger.Level.WARNING, "Without the Vector API a song takes about twenty times longer: "
                    + "start Java with --add-modules jdk.incubator.vector");
        } else if (fastest instanceof ScalarKernels) {
            log.log(System.Logger.Level.WARNING, "This processor offers Java no vectors of 4 floats or more: a song takes "
                    + "about twenty times longer than on one with AVX2 or NEON");
        } else {
            log.log(System.Logger.Level.INFO, "Kernels: {0}", fastest.instructionSet());
        }
        return fastest;
    }

    private static boolean hasVectorApi() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
