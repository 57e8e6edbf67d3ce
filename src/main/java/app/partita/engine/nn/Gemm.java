package app.partita.engine.nn;

import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Workers;

/**
 * Matrix products by blocks (Goto and van de Geijn 2008): a block of columns is packed once, then every panel of the
 * left-hand side runs over it while its own few kilobytes stay in the first-level cache.
 *
 * <p>A sum is cut after a fixed number of products and where {@link PackedMatrix} cuts it, so neither the instruction
 * set nor the number of threads changes a bit of the result.
 */
public final class Gemm {

    /** Products that one float accumulates where accuracy is scarce: in the convolutions of waveforms. */
    public static final int SHORT_SUMS = 128;

    /** Products that one float accumulates between layers of normalised tokens: 6 % faster, as fewer sums are stored. */
    public static final int LONG_SUMS = 256;

    private static final int COLUMNS = 224;

    private final Elementwise elementwise;
    private final Workers workers;
    private final int width;
    private final int sum;

    /** @param sum products that one float accumulates; part of the engine's numerical definition */
    public Gemm(Kernels kernels, Workers workers, int sum) {
        this.elementwise = kernels.elementwise();
        this.workers = workers;
        this.width = kernels.gemm().getFirst().columns();
        this.sum = sum;
    }

    /** Multiplies on all workers. */
    public void multiply(PackedMatrix a, ColumnSource b, int columns, RowSink sink) {
        int block = blockColumns(columns);
        workers.run((columns + block - 1) / block, (index, scratch) -> {
            int from = index * block;
            multiply(a, b, from, Math.min(block, columns - from), sink, scratch);
        });
    }

    /** How many columns a worker takes at a time. */
    int blockColumns(int columns) {
        int rounds = (columns + COLUMNS * workers.count() - 1) / (COLUMNS * workers.count());
        int even = (columns + rounds * workers.count() - 1) / (rounds * workers.count());
        return (even + width - 1) / width * width;
    }

    /** Multiplies columns {@code from … from + count − 1} on the calling thread. */
    public void multiply(PackedMatrix a, ColumnSource b, int from, int count, RowSink sink, Scratch scratch) {
        int padded = padded(count);
        boolean oneBlock = a.depth() <= a.blockDepth();
        float[] packed = scratch.floats(Scratch.Use.PACKED, a.blockDepth() * padded);
        float[] product = scratch.floats(Scratch.Use.PRODUCT, (oneBlock ? a.kernel(0).rows() : a.paddedRows()) * padded);
        for (int k0 = 0; k0 < a.depth(); k0 += a.blockDepth()) {
            int depth = a.depthAt(k0);
            boolean last = k0 + depth == a.depth();
            b.pack(k0, depth, from, count, writer(packed, START, depth));
            for (int panel = 0; panel < a.panels(); panel++) {
                int start = a.start(panel);
                int offset = START + (oneBlock ? 0 : start * padded);
                multiplyPanel(a, k0, panel, packed, START, padded, product, offset);
                int rows = Math.min(a.kernel(panel).rows(), a.rows() - start);
                if (last && rows > 0) {
                    sink.accept(start, rows, from, count, product, offset, padded);
                }
            }
        }
    }

    /** Multiplies columns on the calling thread; row r of the product lies at {@code offset + r·padded(count)}. */
    void multiplyInto(PackedMatrix a, ColumnSource b, int from, int count, float[] product, int offset,
                      Scratch scratch) {
        int padded = padded(count);
        float[] packed = scratch.floats(Scratch.Use.PACKED, a.blockDepth() * padded);
        for (int k0 = 0; k0 < a.depth(); k0 += a.blockDepth()) {
            int depth = a.depthAt(k0);
            b.pack(k0, depth, from, count, writer(packed, START, depth));
            multiplyPacked(a, k0, packed, START, padded, product, offset);
        }
    }

    /** What packs {@code depth} rows from {@code offset} on. */
    PanelWriter writer(float[] packed, int offset, int depth) {
        return new PanelWriter(packed, offset, depth, width, elementwise);
    }

    /**
     * Multiplies the block of depth that begins at {@code k0} with packed columns, on the calling thread; adds to the
     * product where it is not the first block.
     *
     * @param columns of whole panels
     */
    void multiplyPacked(PackedMatrix a, int k0, float[] packed, int from, int columns, float[] product, int offset) {
        for (int panel = 0; panel < a.panels(); panel++) {
            multiplyPanel(a, k0, panel, packed, from, columns, product, offset + a.start(panel) * columns);
        }
    }

    /**
     * Multiplies columns that lie as rows in memory, on the calling thread, without packing them: for few rows, which
     * stay in the cache.
     *
     * @param bOffset where the first row begins; rows are {@code bStride ≥ padded(count)} apart
     */
    public void multiplyRows(PackedMatrix a, float[] b, int bOffset, int bStride, int count, RowSink sink,
                             Scratch scratch) {
        int padded = padded(count);
        float[] product = scratch.floats(Scratch.Use.PRODUCT, a.kernel(0).rows() * padded);
        for (int panel = 0; panel < a.panels(); panel++) {
            multiplyRows(a, panel, b, bOffset, bStride, count, product, START, padded, false);
            int rows = Math.min(a.kernel(panel).rows(), a.rows() - a.start(panel));
            if (rows > 0) {
                sink.accept(a.start(panel), rows, 0, count, product, START, padded);
            }
        }
    }

    /** As above, into rows {@code cStride ≥ padded(count)} apart, of which there are {@code a.paddedRows()}. */
    void multiplyRows(PackedMatrix a, float[] b, int bOffset, int bStride, int count, float[] c, int cOffset,
                      int cStride, boolean accumulate) {
        for (int panel = 0; panel < a.panels(); panel++) {
            multiplyRows(a, panel, b, bOffset, bStride, count, c, cOffset + a.start(panel) * cStride, cStride,
                    accumulate);
        }
    }

    private void multiplyRows(PackedMatrix a, int panel, float[] b, int bOffset, int bStride, int count,
                              float[] c, int cOffset, int cStride, boolean accumulate) {
        var kernel = a.kernel(panel);
        for (int column = 0; column < count; column += width) {
            for (int k0 = 0; k0 < a.depth(); k0 += a.blockDepth()) {
                for (int k = 0; k < a.depthAt(k0); k += sum) {
                    kernel.multiply(Math.min(sum, a.depthAt(k0) - k), a.data(), a.offset(k0, panel) + k * kernel.rows(),
                            b, bOffset + (k0 + k) * bStride + column, bStride,
                            c, cOffset + column, cStride, accumulate || k0 + k > 0);
                }
            }
        }
    }

    /** {@code count} columns, filled up to whole panels. */
    public int padded(int count) {
        return (count + width - 1) / width * width;
    }

    private void multiplyPanel(PackedMatrix a, int k0, int panel, float[] packed, int from, int columns,
                               float[] product, int offset) {
        var kernel = a.kernel(panel);
        int depth = a.depthAt(k0);
        int aOffset = a.offset(k0, panel);
        for (int column = 0; column < columns; column += width) {
            for (int k = 0; k < depth; k += sum) {
                kernel.multiply(Math.min(sum, depth - k), a.data(), aOffset + k * kernel.rows(),
                        packed, from + column * depth + k * width, width,
                        product, offset + column, columns, k0 + k > 0);
            }
        }
    }
}
