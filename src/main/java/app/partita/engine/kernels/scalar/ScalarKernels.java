package app.partita.engine.kernels.scalar;

import app.partita.engine.kernels.BlockSums;
import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Fourier;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.Reductions;
import app.partita.engine.kernels.TokenKernels;
import java.util.List;

/** Kernels without SIMD: the fallback, and the yardstick for the fast ones. */
public final class ScalarKernels implements Kernels {

    private final List<GemmKernel> gemm = List.of(new ScalarGemm());
    private final Elementwise elementwise = new ScalarElementwise();
    private final BlockSums blockSums = new ScalarBlockSums();
    private final Reductions reductions = new ScalarReductions();
    private final TokenKernels tokens = new ScalarTokenKernels();
    private final Fourier fourier = new ScalarFourier();

    @Override
    public String instructionSet() {
        return "scalar";
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
