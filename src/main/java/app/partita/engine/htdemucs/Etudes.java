package app.partita.engine.htdemucs;

import app.partita.engine.kernels.BlockSums;
import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Fourier;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.Reductions;
import app.partita.engine.kernels.TokenKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A short piece for each kernel alone, that goes all ways through its loops: whole vectors, and the rest. Within a
 * network they come in their turn, and until the JVM compiles one it takes the time of all others.
 */
final class Etudes {

    /** By then the JVM has seen enough of a kernel to compile it. */
    private static final int REPEATS = 200;

    /** Some vectors of any width, and a rest. */
    private static final int LENGTH = 100;
    private static final int STRIDE = 128;
    private static final int COLUMNS = 32;
    private static final int ROWS = 2 * TokenKernels.BLOCK + 6;

    private final float[] x = TinyParameters.numbers(ROWS * STRIDE);
    private final float[] y = TinyParameters.numbers(x.length);
    private final float[] z = new float[x.length];
    private final double[] sums = new double[ROWS];
    private final double[] products = new double[ROWS];
    private final List<Runnable> pieces = new ArrayList<>();

    Etudes(Kernels kernels) {
        fourier(kernels.fourier());
        reductions(kernels.reductions());
        kernels.gemm().forEach(this::gemm);
        elementwise(kernels.elementwise());
        tokens(kernels.tokens());
        blockSums(kernels.blockSums());
    }

    private void fourier(Fourier kernel) {
        int size = 16;
        int[] places = {0, STRIDE, 2 * STRIDE, 3 * STRIDE};
        float[] roots = new float[3 * size];
        float[] re = new float[size * Fourier.LANES];
        float[] im = new float[re.length];
        pieces.add(() -> kernel.weave(x, places, 1, 0, re, im, 1, size - 1));
        pieces.add(() -> kernel.split(re, im, 0, size, roots, roots, 1));
        pieces.add(() -> kernel.pair(re, im, 0));
        pieces.add(() -> kernel.join(re, im, 0, size, roots, roots, 1));
        pieces.add(() -> kernel.unweave(re, im, 1, size - 1, 1, z, places));
    }

    private void reductions(Reductions kernel) {
        int rows = 6;
        pieces.add(() -> kernel.moments(x, 0, Reductions.BLOCK + LENGTH, sums, 0));
        pieces.add(() -> kernel.products(x, 0, STRIDE, rows, LENGTH, sums, products));
    }

    private void gemm(GemmKernel kernel) {
        int depth = 24;
        pieces.add(() -> kernel.multiply(depth, x, 0, y, 0, kernel.columns(), z, 0, STRIDE, false));
        pieces.add(() -> kernel.multiply(depth, x, 0, y, 0, kernel.columns(), z, 0, STRIDE, true));
    }

    private void elementwise(Elementwise kernel) {
        int[] from = {0, STRIDE, 2 * STRIDE, 3 * STRIDE, 4 * STRIDE, 5 * STRIDE};
        float[] factors = TinyParameters.numbers(from.length);
        float[] zeros = new float[from.length * STRIDE];
        pieces.add(() -> kernel.affine(x, 0, z, 0, LENGTH, 1, 0));
        pieces.add(() -> kernel.affineGelu(x, 0, z, 0, LENGTH, 1, 0));
        pieces.add(() -> kernel.glu(x, 0, y, 0, z, 0, LENGTH, 0, 0));
        pieces.add(() -> kernel.affineGluAdd(x, 0, y, 0, z, 0, LENGTH, 1, 0, 1, 0, 0));
        pieces.add(() -> kernel.addScaled(x, 0, z, 0, LENGTH, 0, 0));
        for (int terms = 0; terms <= from.length; terms++) {
            int some = terms;
            pieces.add(() -> kernel.combine(x, from, factors, some, z, 0, LENGTH));
        }
        pieces.add(() -> kernel.winogradInputs(x, 0, STRIDE, LENGTH, z, 0, STRIDE));
        pieces.add(() -> kernel.winogradOutputs(zeros, 0, STRIDE, LENGTH));
        pieces.add(() -> kernel.pairedOutputs(zeros, 0, STRIDE, LENGTH));
        pieces.add(() -> kernel.spread(x, 0, 4 * LENGTH, z, 0, LENGTH - 1, STRIDE));
        pieces.add(() -> kernel.deinterleave(x, 0, LENGTH, z, 0, STRIDE));
        pieces.add(() -> kernel.interleave(x, 0, STRIDE, LENGTH, z, 0));
        pieces.add(() -> kernel.sum(x, 0, y, 0, z, 0, LENGTH));
        pieces.add(() -> kernel.difference(x, 0, y, 0, z, 0, LENGTH));
    }

    private void tokens(TokenKernels kernel) {
        float[] max = new float[COLUMNS];
        float[] sum = new float[COLUMNS];
        float[] correction = new float[COLUMNS];
        float[] scores = new float[ROWS * COLUMNS];
        pieces.add(() -> kernel.layerNorm(x, 0, STRIDE, ROWS, COLUMNS, y, y, 1, z, 0, STRIDE));
        pieces.add(() -> kernel.softmax(scores, 0, ROWS, COLUMNS, max, sum, correction));
        pieces.add(() -> kernel.scaleColumns(scores, 0, ROWS, COLUMNS, max));
    }

    private void blockSums(BlockSums kernel) {
        float[] sums = new float[8 * STRIDE];
        pieces.add(() -> kernel.left(x, 0, STRIDE, sums, 0));
        pieces.add(() -> kernel.right(sums, 0, STRIDE, STRIDE));
        pieces.add(() -> kernel.products(x, 0, STRIDE, sums, 0, false));
        pieces.add(() -> kernel.products(x, 0, STRIDE, sums, 0, true));
    }

    /** Plays them one after the other, until {@code over} answers true. */
    void play(BooleanSupplier over) {
        for (Runnable piece : pieces) {
            for (int i = 0; i < REPEATS; i++) {
                if (over.getAsBoolean()) {
                    return;
                }
                piece.run();
            }
        }
    }
}
