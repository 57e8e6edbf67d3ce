package app.partita.engine.nn;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;

/**
 * Products of large matrices by one step of Strassen's, in Winograd's form (Strassen 1969; Higham 2002, section 23.1): of
 * 2 × 2 blocks by seven products and fifteen sums, an eighth fewer multiplications.
 *
 * <p>The step is taken inside a block of columns, between a panel of the left side's upper half and its twin in the lower
 * half: so the sums of the left side and of the products stay in the first-level cache, those of the right side in the
 * second, and weights are stored as for any other product. Where a column lies in its block decides how its sums are
 * rounded; so the width of a block is part of the engine's numerical definition.
 */
public final class StrassenGemm {

    private static final int HALF = 96;
    private static final int COLUMNS = 2 * HALF;
    private static final int MOST_PARTS = 4;

    /** What packing a block takes of the time of all its products. */
    private static final double PACKING = 0.04;

    private final Kernels kernels;
    private final Workers workers;
    private final Gemm plain;
    private final int width;

    public StrassenGemm(Kernels kernels, Workers workers) {
        this.kernels = kernels;
        this.workers = workers;
        this.plain = new Gemm(kernels, workers, Gemm.LONG_SUMS);
        this.width = kernels.gemm().getFirst().columns();
    }

    /** Multiplies on all workers; a matrix that is not packed by {@link PackedMatrix.Plan#halved} in the plain way. */
    public void multiply(PackedMatrix a, ColumnSource b, int columns, RowSink sink) {
        if (!a.halved()) {
            plain.multiply(a, b, columns, sink);
            return;
        }
        int blocks = Math.ceilDiv(columns, COLUMNS);
        int parts = parts(blocks, workers.count());
        workers.run(blocks * parts, (index, scratch) -> {
            int from = index / parts * COLUMNS;
            Block block = new Block(a, index % parts, parts, scratch);
            block.multiply(b, from, Math.min(COLUMNS, columns - from), sink);
        });
    }

    /**
     * Into how many parts the rows are cut so that all workers end at about the same time, although each part packs its
     * block's columns anew.
     */
    static int parts(int blocks, int workers) {
        int best = 1;
        for (int parts = 2; parts <= MOST_PARTS; parts *= 2) {
            if (cost(blocks, workers, parts) < cost(blocks, workers, best)) {
                best = parts;
            }
        }
        return best;
    }

    private static double cost(int blocks, int workers, int parts) {
        return Math.ceilDiv(blocks * parts, workers) * (1. / parts + PACKING);
    }

    /** A block of columns, its left half the blocks B11 and B21, its right half B12 and B22, and some of the rows. */
    private final class Block {

        private final Elementwise elementwise = kernels.elementwise();
        private final PackedMatrix a;
        private final int twins;
        private final int first;
        private final int end;
        private final int halfDepth;
        private final int quarter;
        private final float[] right;
        private final float[] rightSums;
        private final float[] leftSum;
        private final float[] products;
        private final float[] c;

        /** @param part which of {@code parts} of the twin panels */
        Block(PackedMatrix a, int part, int parts, Scratch scratch) {
            this.a = a;
            this.twins = a.panels() / 2;
            this.first = part * twins / parts;
            this.end = (part + 1) * twins / parts;
            this.halfDepth = a.blockDepth() / 2;
            this.quarter = halfDepth * HALF;
            int tallest = a.kernel(0).rows();
            this.right = scratch.floats(Scratch.Use.PACKED, 4 * quarter);
            this.rightSums = scratch.floats(Scratch.Use.RIGHT_SUMS, 3 * quarter);
            this.leftSum = scratch.floats(Scratch.Use.LEFT_SUM, tallest * halfDepth);
            this.products = scratch.floats(Scratch.Use.BLOCK_PRODUCTS, 2 * tallest * HALF);
            this.c = scratch.floats(Scratch.Use.PRODUCT,
                    (a.depth() == a.blockDepth() ? 2 * tallest : a.paddedRows()) * COLUMNS);
        }

        void multiply(ColumnSource b, int from, int count, RowSink sink) {
            for (int k0 = 0; k0 < a.depth(); k0 += a.blockDepth()) {
                pack(b, k0, from, count);
                boolean last = k0 + a.blockDepth() == a.depth();
                for (int panel = first; panel < end; panel++) {
                    int at = last && k0 == 0 ? 0 : 2 * a.start(panel) * COLUMNS;
                    multiply(k0, panel, at);
                    if (last) {
                        store(panel, at, from, count, sink);
                    }
                }
            }
        }

        private void store(int panel, int at, int from, int count, RowSink sink) {
            int rows = a.kernel(panel).rows();
            int size = rows * HALF;
            int left = Math.min(HALF, count);
            sink.accept(a.start(panel), rows, from, left, c, at, HALF);
            sink.accept(a.start(twins + panel), rows, from, left, c, at + 2 * size, HALF);
            if (count > HALF) {
                sink.accept(a.start(panel), rows, from + HALF, count - HALF, c, at + size, HALF);
                sink.accept(a.start(twins + panel), rows, from + HALF, count - HALF, c, at + 3 * size, HALF);
            }
        }

        /** Packs the right side, whose panels hold the upper half of the depth first, and makes its sums. */
        private void pack(ColumnSource b, int k0, int from, int count) {
            int depth = 2 * halfDepth;
            b.pack(k0, depth, from, count, new PanelWriter(right, depth, width, elementwise));
            Arrays.fill(right, plain.padded(count) * depth, 4 * quarter, 0f);
            for (int column = 0; column < HALF; column += width) {
                for (int k = 0; k < halfDepth * width; k += halfDepth) {
                    sums(column * depth + k, column * halfDepth + k, halfDepth);
                }
            }
        }

        /** T1 = B12 − B11, T2 = B22 − T1, T4 = B21 − T2 and, in the place of B12, T3 = B22 − B12, of n numbers. */
        private void sums(int b11, int to, int n) {
            int b12 = b11 + 2 * quarter;
            int b21 = b11 + halfDepth * width;
            int b22 = b12 + halfDepth * width;
            int t2 = to + quarter;
            elementwise.difference(right, b12, right, b11, rightSums, to, n);
            elementwise.difference(right, b22, rightSums, to, rightSums, t2, n);
            elementwise.difference(right, b21, rightSums, t2, rightSums, t2 + quarter, n);
            elementwise.difference(right, b22, right, b12, right, b12, n);
        }

        /** The product of twin panels, whose blocks C11, C12, C21 and C22 follow each other. */
        private void multiply(int k0, int panel, int at) {
            GemmKernel kernel = a.kernel(panel);
            int size = kernel.rows() * HALF;
            int n = kernel.rows() * halfDepth;
            float[] left = a.data();
            int a11 = a.offset(k0, panel);
            int a12 = a11 + n;
            int a21 = a.offset(k0, twins + panel);
            int a22 = a21 + n;
            int b12 = 2 * quarter;
            int b21 = halfDepth * width;
            boolean more = k0 > 0;

            // Every block of the left side but one comes into the cache while a product runs, and not for a sum.
            multiplyStored(kernel, left, a12, b21, c, at, more);
            multiplySum(kernel, left, a22, 2 * quarter, c, at + 2 * size, more);
            multiplyStored(kernel, left, a11, 0, products, 0, false);
            elementwise.sum(c, at, products, 0, c, at, size);

            elementwise.sum(left, a21, left, a22, leftSum, 0, n);
            multiplySum(kernel, leftSum, 0, 0, products, size, false);
            elementwise.difference(leftSum, 0, left, a11, leftSum, 0, n);
            multiplySum(kernel, leftSum, 0, quarter, products, 0, true);
            elementwise.difference(left, a12, leftSum, 0, leftSum, 0, n);
            multiplyStored(kernel, leftSum, 0, b12 + b21, c, at + size, more);
            elementwise.sum(c, at + size, products, 0, c, at + size, size);
            elementwise.sum(c, at + size, products, size, c, at + size, size);

            elementwise.difference(left, a11, left, a21, leftSum, 0, n);
            multiplyStored(kernel, leftSum, 0, b12, products, 0, true);
            elementwise.sum(c, at + 2 * size, products, 0, c, at + 2 * size, size);
            elementwise.sum(products, 0, products, size, products, size, size);
            if (more) {
                elementwise.sum(c, at + 3 * size, products, size, c, at + 3 * size, size);
            } else {
                System.arraycopy(products, size, c, at + 3 * size, size);
            }
        }

        /** Times a block of the right side, or the sum in its place. */
        private void multiplyStored(GemmKernel kernel, float[] left, int from, int block, float[] target, int to,
                                    boolean accumulate) {
            multiply(kernel, left, from, right, block, 2 * halfDepth, target, to, accumulate);
        }

        /** Times a sum of the right side's blocks. */
        private void multiplySum(GemmKernel kernel, float[] left, int from, int block, float[] target, int to,
                                 boolean accumulate) {
            multiply(kernel, left, from, rightSums, block, halfDepth, target, to, accumulate);
        }

        private void multiply(GemmKernel kernel, float[] left, int from, float[] side, int block, int panelDepth,
                              float[] target, int to, boolean accumulate) {
            for (int column = 0; column < HALF; column += width) {
                for (int k = 0; k < halfDepth; k += Gemm.LONG_SUMS) {
                    kernel.multiply(Math.min(Gemm.LONG_SUMS, halfDepth - k), left, from + k * kernel.rows(),
                            side, block + column * panelDepth + k * width, width,
                            target, to + column, HALF, accumulate || k > 0);
                }
            }
        }
    }
}
