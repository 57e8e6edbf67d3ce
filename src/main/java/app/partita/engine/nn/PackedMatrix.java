package app.partita.engine.nn;

import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import java.util.Arrays;

/**
 * The left-hand side of a product, in the order in which the kernels read it: blocks of depth, in each the panels of
 * {@link PanelLayout}, in each k-major columns.
 */
public final class PackedMatrix {

    /** What is packed and multiplied at a time; part of the engine's numerical definition. */
    private static final int MAX_DEPTH = 512;

    private final int rows;
    private final int depth;
    private final int blockDepth;
    private final PanelLayout layout;
    private final Quarters quarters;
    private final float[] data;

    private PackedMatrix(int rows, int depth, int blockDepth, PanelLayout layout, Order order, float[] data) {
        this.rows = rows;
        this.depth = depth;
        this.blockDepth = blockDepth;
        this.layout = layout;
        this.quarters = order == Order.QUARTERED ? new Quarters(layout) : null;
        this.data = data;
    }

    /** Which rows follow each other in the panels. */
    public enum Order {

        /** As they come. */
        PLAIN,

        /**
         * The first half are values, the second their gates: each panel gets as many values as gates, the gates below
         * their values, so that a tile can be gated at once; an odd half is filled up with a pair of zeros.
         */
        GATED,

        /** In the blocks of {@link Quarters}. */
        QUARTERED
    }

    /** How a weight is to be packed; from the plan and the packed numbers a matrix is restored without packing. */
    public record Plan(int rows, int depth, Order order, Kernels kernels) {

        /** A plan for {@link StrassenGemm} where the sizes allow it. */
        public static Plan quartered(int rows, int depth, Kernels kernels) {
            boolean fits = rows % 16 == 0 && depth % Quarters.BLOCK == 0;
            return new Plan(rows, depth, fits ? Order.QUARTERED : Order.PLAIN, kernels);
        }

        /** How many numbers {@link #pack} gives. */
        public int size() {
            return size(layout());
        }

        private int size(PanelLayout layout) {
            return Math.multiplyExact(layout.paddedRows(), depth);
        }

        private PanelLayout layout() {
            return PanelLayout.of(packedRows(), order == Order.QUARTERED ? rows / 4 : packedRows(), kernels.gemm());
        }

        /** Tiles have a multiple of 4 rows: with an even number of pairs no tile is cut between values and gates. */
        private int packedRows() {
            return order == Order.GATED ? Math.ceilDiv(rows, 4) * 4 : rows;
        }

        /** Packs a dense, row-major {@code rows × depth} matrix. */
        public float[] pack(float[] matrix) {
            PanelLayout layout = layout();
            PackedMatrix packed = matrix(layout, new float[size(layout)]);
            switch (order) {
                case PLAIN -> packed.fill(matrix, 0, depth, 1);
                case GATED -> packed.fillRows(
                        withGatesBelowValues(matrix, layout), 0, depth, 1, packed.paddedRows());
                case QUARTERED -> packed.fillQuarters(matrix);
            }
            return packed.data;
        }

        /** The matrix of numbers that {@link #pack} made. */
        public PackedMatrix restore(float[] data) {
            PanelLayout layout = layout();
            if (data.length != size(layout)) {
                throw new IllegalArgumentException("%d numbers for a packed matrix of %d rows and %d columns"
                        .formatted(data.length, rows, depth));
            }
            return matrix(layout, data);
        }

        private PackedMatrix matrix(PanelLayout layout, float[] data) {
            return new PackedMatrix(packedRows(), depth, evenDepth(depth), layout, order, data);
        }

        private float[] withGatesBelowValues(float[] matrix, PanelLayout layout) {
            float[] reordered = new float[layout.paddedRows() * depth];
            int half = rows / 2;
            for (int panel = 0; panel < layout.panels(); panel++) {
                int start = layout.starts()[panel];
                int pairs = layout.kernels().get(panel).rows() / 2;
                for (int i = 0; i < pairs && start / 2 + i < half; i++) {
                    int channel = start / 2 + i;
                    System.arraycopy(matrix, channel * depth, reordered, (start + i) * depth, depth);
                    System.arraycopy(matrix, (half + channel) * depth, reordered, (start + pairs + i) * depth, depth);
                }
            }
            return reordered;
        }
    }

    /** Packs a dense, row-major {@code rows × depth} matrix. */
    public static PackedMatrix of(float[] matrix, int rows, int depth, Kernels kernels) {
        Plan plan = new Plan(rows, depth, Order.PLAIN, kernels);
        return plan.restore(plan.pack(matrix));
    }

    /**
     * Packs the matrix of a gated layer, in {@link Order#GATED}.
     *
     * @param half how many values
     */
    public static PackedMatrix gated(float[] matrix, int half, int depth, Kernels kernels) {
        Plan plan = new Plan(2 * half, depth, Order.GATED, kernels);
        return plan.restore(plan.pack(matrix));
    }

    /**
     * Space for a matrix that is computed: {@link #fill} gives it its numbers.
     *
     * @param blockRows  a panel begins at every multiple of this
     * @param blockDepth how deep the blocks are
     */
    static PackedMatrix empty(int rows, int blockRows, int depth, int blockDepth, Kernels kernels) {
        PanelLayout layout = PanelLayout.of(rows, blockRows, kernels.gemm());
        return new PackedMatrix(rows, depth, blockDepth, layout, Order.PLAIN,
                new float[Math.multiplyExact(layout.paddedRows(), depth)]);
    }

    private static int evenDepth(int depth) {
        int blocks = (depth + MAX_DEPTH - 1) / MAX_DEPTH;
        return (depth + blocks - 1) / blocks;
    }

    /** Packs element (row, k) from {@code source[offset + row·rowStride + k·depthStride]}. */
    void fill(float[] source, int offset, int rowStride, int depthStride) {
        fillRows(source, offset, rowStride, depthStride, rows);
    }

    private void fillRows(float[] source, int offset, int rowStride, int depthStride, int filled) {
        for (int k0 = 0; k0 < depth; k0 += blockDepth) {
            int block = depthAt(k0);
            for (int panel = 0; panel < layout.panels(); panel++) {
                int start = layout.starts()[panel];
                int height = layout.kernels().get(panel).rows();
                int real = Math.min(height, Math.max(0, filled - start));
                int to = offset(k0, panel);
                for (int k = 0; k < block; k++, to += height) {
                    int from = offset + start * rowStride + (k0 + k) * depthStride;
                    for (int row = 0; row < real; row++) {
                        data[to + row] = source[from + row * rowStride];
                    }
                    Arrays.fill(data, to + real, to + height, 0f);
                }
            }
        }
    }

    private void fillQuarters(float[] matrix) {
        for (int k0 = 0; k0 < depth; k0 += Quarters.BLOCK) {
            for (int group = 0; group < quarters.groups(); group++) {
                for (int block = 0; block < 16; block++) {
                    fillBlock(matrix, k0, block / 4, block % 4, group);
                }
            }
        }
    }

    private void fillBlock(float[] matrix, int k0, int rowQuarter, int depthQuarter, int group) {
        int to = k0 * layout.paddedRows() + quarters.offset(rowQuarter, depthQuarter, group);
        int height = quarters.kernel(group).rows();
        int from = quarters.start(rowQuarter, group) * depth + k0 + depthQuarter * Quarters.DEPTH;
        for (int i = 0; i < height * Quarters.DEPTH; i++) {
            data[to + i] = matrix[from + i % height * depth + i / height];
        }
    }

    /** Rows of the product. */
    public int rows() {
        return rows;
    }

    /** Length of the sums. */
    public int depth() {
        return depth;
    }

    int blockDepth() {
        return blockDepth;
    }

    /** How deep the block is that begins at {@code k0}. */
    int depthAt(int k0) {
        return Math.min(blockDepth, depth - k0);
    }

    /** Where the blocks lie of a matrix that is packed so, else null. */
    Quarters quarters() {
        return quarters;
    }

    int panels() {
        return layout.panels();
    }

    GemmKernel kernel(int panel) {
        return layout.kernels().get(panel);
    }

    int start(int panel) {
        return layout.starts()[panel];
    }

    /** Rows of the product, filled up to whole panels. */
    public int paddedRows() {
        return layout.paddedRows();
    }

    float[] data() {
        return data;
    }

    /** Where a panel begins in the block that begins at {@code k0}. */
    int offset(int k0, int panel) {
        return k0 * layout.paddedRows() + layout.starts()[panel] * depthAt(k0);
    }
}
