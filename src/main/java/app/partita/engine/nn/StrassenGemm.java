package app.partita.engine.nn;

import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.kernels.BlockSums;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;

/**
 * Products of large matrices by two steps of Strassen's, in Winograd's form (Strassen 1969; Higham 2002, section 23.1): of
 * 2 × 2 blocks by seven products and fifteen sums, whose factors are cut into 2 × 2 blocks again: 49 multiplications
 * instead of 64.
 *
 * <p>The steps are taken inside a block of columns, for a chunk of {@link Quarters} at a time: so the sums of the left side
 * and of the products stay in the caches, those of the right side are made once for all chunks, and weights are stored once.
 * Where a column lies in its block decides how its sums are rounded; so the width of a block is part of the engine's
 * numerical definition.
 */
public final class StrassenGemm {

    private static final int QUARTER = 96;
    private static final int COLUMNS = 4 * QUARTER;
    /** The widest kernel's columns: quarters are multiples of it, whatever the instruction set. */
    private static final int WIDEST = 32;

    /** Packing a block, and making its sums, takes as long as its products with so many rows. */
    private static final double PACKING = 50;

    /** The right side's factors of a step's products, as {@link BlockSums#right} leaves them, without B12. */
    private static final int B11 = 0, B21 = 2, B22 = 3, T1 = 4, T2 = 5, T3 = 6, T4 = 7, FACTORS = 8;

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

    /** Multiplies on all workers; a matrix that is not packed by {@link PackedMatrix.Plan#quartered} in the plain way. */
    public void multiply(PackedMatrix a, ColumnSource b, int columns, RowSink sink) {
        if (a.quarters() == null) {
            plain.multiply(a, b, columns, sink);
            return;
        }
        BlockSchedule schedule =
                BlockSchedule.shortest((double) columns / COLUMNS, PACKING / a.rows(), workers.count());
        workers.run(schedule.tasks(), (task, scratch) -> {
            int from = schedule.block(task) * COLUMNS;
            int count = Math.min(COLUMNS, columns - from);
            new Block(a, count, scratch).multiply(b, from, schedule.part(task), schedule.parts(task), sink);
        });
    }

    /** One of a step's seven products: a factor of the left side times one of the right side's. */
    @FunctionalInterface
    private interface Product {

        void multiply(float[] left, int from, int right, float[] c, int at, boolean accumulate);
    }

    /** Where a step keeps the left side's sums and those products that several blocks of C share. */
    private record Room(float[] sums, float[] products) {
    }

    /** A block of columns. */
    private final class Block {

        private final BlockSums sums = kernels.blockSums();
        private final PackedMatrix a;
        private final Quarters quarters;
        private final int count;
        private final int columns;
        private final int area;
        private final float[] right;
        private final Room outer;
        private final Room inner;
        private final float[] c;

        Block(PackedMatrix a, int count, Scratch scratch) {
            this.a = a;
            this.quarters = a.quarters();
            this.count = count;
            this.columns = Math.ceilDiv(count, 4 * WIDEST) * WIDEST;
            this.area = Quarters.DEPTH * columns;
            this.right = scratch.floats(Scratch.Use.BLOCKS, FACTORS * FACTORS * area);
            int rows = quarters.rows(0);
            this.outer = new Room(scratch.floats(Scratch.Use.OUTER_SUMS, 16 * rows * Quarters.DEPTH),
                    scratch.floats(Scratch.Use.OUTER_PRODUCTS, 16 * rows * columns));
            int tallest = quarters.kernel(0).rows();
            this.inner = new Room(scratch.floats(Scratch.Use.INNER_SUMS, 4 * tallest * Quarters.DEPTH),
                    scratch.floats(Scratch.Use.INNER_PRODUCTS, 4 * tallest * columns));
            int kept = a.depth() == Quarters.BLOCK ? rows : quarters.start(quarters.groups());
            this.c = scratch.floats(Scratch.Use.PRODUCT, 16 * kept * columns);
        }

        /** Multiplies the columns that begin at {@code from} with one of {@code parts} parts of the chunks. */
        void multiply(ColumnSource b, int from, int part, int parts, RowSink sink) {
            int first = part * quarters.chunks() / parts;
            int end = (part + 1) * quarters.chunks() / parts;
            for (int k0 = 0; k0 < a.depth(); k0 += Quarters.BLOCK) {
                pack(b, k0, from);
                boolean last = k0 + Quarters.BLOCK == a.depth();
                for (int chunk = first; chunk < end; chunk++) {
                    int before = last && k0 == 0 ? 0 : 16 * quarters.start(quarters.firstGroup(chunk)) * columns;
                    int at = START + before;
                    int rows = quarters.rows(chunk);
                    step(ofGroups(chunk), outer, a.data(), k0 * a.paddedRows() + quarters.offset(chunk),
                            4 * rows * Quarters.DEPTH, c, at, 4 * rows * columns, k0 > 0);
                    if (last) {
                        store(chunk, at, from, sink);
                    }
                }
            }
        }

        /** Packs the right side and makes its sums: factor j of factor i begins at {@code right(i, j)}. */
        private void pack(ColumnSource b, int k0, int from) {
            for (int depthQuarter = 0; depthQuarter < 4; depthQuarter++) {
                packHalf(b, k0, from, depthQuarter, 0);
                packHalf(b, k0, from, depthQuarter, 1);
            }
            sums.right(right, right(B11, B11), FACTORS * area, 4 * area);
            for (int factor : new int[] {B11, B21, B22, T1, T2, T3, T4}) {
                sums.right(right, right(factor, B11), area, area);
            }
        }

        /** Where a factor of an outer factor of the right side begins. */
        private int right(int outerFactor, int factor) {
            return START + (FACTORS * outerFactor + factor) * area;
        }

        /** Packs one half of the columns, two inner blocks side by side, zeros where there are no columns. */
        private void packHalf(ColumnSource b, int k0, int from, int depthQuarter, int half) {
            int outerBlock = depthQuarter / 2 * 2 + half;
            int innerBlock = depthQuarter % 2 * 2;
            int to = right(outerBlock, innerBlock);
            int before = 2 * columns * half;
            int present = Math.clamp(count - before, 0, 2 * columns);
            b.pack(k0 + depthQuarter * Quarters.DEPTH, Quarters.DEPTH, from + before, present,
                    new PanelWriter(right, to, Quarters.DEPTH, width, kernels.elementwise()));
            Arrays.fill(right, to + plain.padded(present) * Quarters.DEPTH, to + 2 * area, 0f);
        }

        /**
         * A product of 2 × 2 blocks.
         *
         * @param n    numbers of a block of the left side, of which four follow each other from {@code from} on
         * @param size numbers of a block of C
         */
        private void step(Product product, Room room, float[] left, int from, int n, float[] target, int at, int size,
                          boolean accumulate) {
            sums.left(left, from, n, room.sums, START);
            product.multiply(left, from + n, B21, target, at, accumulate);
            product.multiply(room.sums, START + 3 * n, B22, target, at + size, accumulate);
            product.multiply(left, from + 3 * n, T4, target, at + 2 * size, accumulate);
            product.multiply(left, from, B11, room.products, START, false);
            product.multiply(room.sums, START + n, T2, room.products, START + size, false);
            product.multiply(room.sums, START + 2 * n, T3, room.products, START + 2 * size, false);
            product.multiply(room.sums, START, T1, room.products, START + 3 * size, false);
            sums.products(room.products, START, size, target, at, accumulate);
        }

        /** The outer step's: an inner step for each group. */
        private Product ofGroups(int chunk) {
            return (left, from, factor, target, at, accumulate) -> {
                int first = quarters.start(quarters.firstGroup(chunk));
                for (int group = quarters.firstGroup(chunk); group < quarters.firstGroup(chunk + 1); group++) {
                    GemmKernel kernel = quarters.kernel(group);
                    int before = 4 * (quarters.start(group) - first);
                    step(ofTiles(kernel, factor), inner, left, from + before * Quarters.DEPTH,
                            kernel.rows() * Quarters.DEPTH, target, at + before * columns, kernel.rows() * columns,
                            accumulate);
                }
            };
        }

        /** The inner step's. */
        private Product ofTiles(GemmKernel kernel, int outerFactor) {
            return (left, from, factor, target, at, accumulate) -> {
                int side = right(outerFactor, factor);
                for (int column = 0; column < columns; column += width) {
                    kernel.multiply(Quarters.DEPTH, left, from, right, side + column * Quarters.DEPTH, width,
                            target, at + column, columns, accumulate);
                }
            };
        }

        private void store(int chunk, int at, int from, RowSink sink) {
            int first = quarters.start(quarters.firstGroup(chunk));
            for (int block = 0; block < 16; block++) {
                int row = block / 4;
                int column = block % 4 * columns;
                int present = Math.min(columns, count - column);
                if (present <= 0) {
                    continue;
                }
                int outerBlock = at + 4 * (row / 2 * 2 + block % 4 / 2) * quarters.rows(chunk) * columns;
                int innerBlock = row % 2 * 2 + block % 2;
                for (int group = quarters.firstGroup(chunk); group < quarters.firstGroup(chunk + 1); group++) {
                    int rows = quarters.kernel(group).rows();
                    int before = 4 * (quarters.start(group) - first);
                    sink.accept(quarters.start(row, group), rows, from + column, present,
                            c, outerBlock + (before + innerBlock * rows) * columns, columns);
                }
            }
        }
    }
}
