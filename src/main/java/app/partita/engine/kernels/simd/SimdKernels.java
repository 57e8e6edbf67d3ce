package app.partita.engine.kernels.simd;

import app.partita.engine.kernels.BlockSums;
import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Fourier;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.Reductions;
import app.partita.engine.kernels.TokenKernels;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/** Kernels on {@code jdk.incubator.vector}, of the widest vectors that the processor has. */
public final class SimdKernels implements Kernels {

    private final String instructionSet;
    private final List<GemmKernel> gemm;
    private final Elementwise elementwise = new SimdElementwise();
    private final BlockSums blockSums = new SimdBlockSums();
    private final Reductions reductions = new SimdReductions();
    private final TokenKernels tokens = new SimdTokenKernels();
    private final Fourier fourier = new SimdFourier();

    private SimdKernels(String instructionSet, List<GemmKernel> gemm) {
        this.instructionSet = instructionSet;
        this.gemm = gemm;
    }

    /** The kernels for this processor, or null where Java has no vectors of at least 4 floats. */
    public static Kernels detect() {
        boolean x86 = System.getProperty("os.arch").matches("amd64|x86_64");
        return switch (FloatVector.SPECIES_PREFERRED.length()) {
            case 16 -> new SimdKernels(x86 ? "avx512" : "vector512",
                    List.of(new Gemm12x2(), new Gemm8x2(), new Gemm4x2()));
            case 8 -> new SimdKernels(x86 ? "avx2" : "vector256", List.of(new Gemm4x2()));
            case 4 -> new SimdKernels(x86 ? "sse" : "neon", List.of(new Gemm4x2()));
            default -> null;
        };
    }

    @Override
    public String instructionSet() {
        return instructionSet;
    }

    @Override
    public List<GemmKernel> gemm() {
        return gemm;
    }

    @Override
    public Elementwise elementwise() {
        return elementwise;
    }

    @Override
    public BlockSums blockSums() {
        return blockSums;
    }

    @Override
    public Reductions reductions() {
        return reductions;
    }

    @Override
    public TokenKernels tokens() {
        return tokens;
    }

    @Override
    public Fourier fourier() {
        return fourier;
    }
}
