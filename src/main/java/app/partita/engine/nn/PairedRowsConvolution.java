package app.partita.engine.nn;

import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;

/**
 * A filter of two taps along frequency, {@code y_q = W0·x_q + W1·x_(q+1)}, by Winograd's F(3,2) with the points 0, 1, −1
 * and ∞ (Winograd 1980): three outputs by four products instead of six.
 *
 * <p>Each point is a matrix product over all triples of output rows; column n of it is {@code triple·rowStride + column}.
 * What a kernel of 8 and a stride of 4 make of a spectrogram, in either direction, is such a filter.
 */
final class PairedRowsConvolution {

    private static final int OUTPUTS = 3;
    private static final int POINTS = 4;
    /** With fewer triples of rows for each worker, they would not end at the same time. */
    private static final int TRIPLES_EACH = 8;
    private static final int[] FIRST = {0, 1, 2, 3};
    private static final int[] SECOND = {2, 2, 1, 1};

    private final Gemm gemm;
    private final Workers workers;
    private final Elementwise elementwise;
    private final PackedMatrix[] points = new PackedMatrix[POINTS];

    /** Takes finished rows of outputs. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes {@code count} sums of one row of the matrix, which may be overwritten.
         *
         * @param row    of the matrix
         * @param q      the output row
         * @param column the first column
         */
        void accept(int row, int q, int column, int count, float[] sums, int at);
    }

    /** @param weight what {@link #pack} gave */
    PairedRowsConvolution(float[] weight, int rows, int depth, Kernels kernels, Workers workers, Gemm gemm) {
        this.gemm = gemm;
        this.workers = workers;
        this.elementwise = kernels.elementwise();
        PackedMatrix.Plan plan = plan(rows, depth, kernels);
        Arrays.setAll(points, point ->
                plan.restore(Arrays.copyOfRange(weight, point * plan.size(), (point + 1) * plan.size())));
    }

    private static PackedMatrix.Plan plan(int rows, int depth, Kernels kernels) {
        return new PackedMatrix.Plan(rows, depth, PackedMatrix.Order.PLAIN, kernels);
    }

    /**
     * The matrices of the four points, one after the other.
     *
     * @param first  W0, {@code rows × depth}
     * @param second W1, likewise
     */
    static float[] pack(float[] first, float[] second, int rows, int depth, Kernels kernels) {
        PackedMatrix.Plan plan = plan(rows, depth, kernels);
        float[] packed = new float[POINTS * plan.size()];
        float[] sum = new float[first.length];
        float[] difference = new float[first.length];
        for (int i = 0; i < first.length; i++) {
            sum[i] = (first[i] + second[i]) / 2;
            difference[i] = (first[i] - second[i]) / 2;
        }
        float[][] matrices = {first, sum, difference, second};
        for (int point = 0; point < POINTS; point++) {
            System.arraycopy(plan.pack(matrices[point]), 0, packed, point * plan.size(), plan.size());
        }
        return packed;
    }

    /** Computes output rows 0 to {@code rows − 1}. */
    void forward(RowPairs input, int rows, Sink sink) {
        int width = input.tensor().rowStride();
        int columns = Math.ceilDiv(rows, OUTPUTS) * width;
        // Whole rows lie in one stretch of memory.
        int block = columns < TRIPLES_EACH * workers.count() * width ? gemm.blockColumns(columns) : width;
        workers.run(Math.ceilDiv(columns, block), (index, scratch) -> {
            int from = index * block;
            convolve(input, rows, width, from, Math.min(block, columns - from), sink, scratch);
        });
    }

    private void convolve(RowPairs input, int rows, int width, int from, int count, Sink sink, Scratch scratch) {
        int stride = gemm.padded(count);
        int size = points[0].paddedRows() * stride;
        float[] products = scratch.floats(Scratch.Use.POINTS, POINTS * size);
        for (int point = 0; point < POINTS; point++) {
            gemm.multiplyInto(points[point], columns(input, point, width), from, count, products, START + point * size,
                    scratch);
        }
        for (int row = 0; row < points[0].rows(); row++) {
            elementwise.pairedOutputs(products, START + row * stride, size, count);
            for (int n = from; n < from + count; ) {
                int column = n % width;
                int length = Math.min(width - column, from + count - n);
                for (int output = 0; output < OUTPUTS && n / width * OUTPUTS + output < rows; output++) {
                    sink.accept(row, n / width * OUTPUTS + output, column, length,
                            products, START + output * size + row * stride + n - from);
                }
                n += length;
            }
        }
    }

    /** Of the four inputs of a triple, by the point: x0 − x2, x1 + x2, x2 − x1, x3 − x1. */
    private ColumnSource columns(RowPairs input, int point, int width) {
        return (k0, depth, n0, count, writer) -> {
            float[] zeros = new float[width];
            float[] combined = new float[width];
            for (int k = 0; k < depth; k++) {
                writer.beginRow(k);
                for (int n = n0; n < n0 + count; ) {
                    int column = n % width;
                    int length = Math.min(width - column, n0 + count - n);
                    int q = n / width * OUTPUTS;
                    int first = input.at(k0 + k, q + FIRST[point]);
                    int second = input.at(k0 + k, q + SECOND[point]);
                    combine(point == 1, first < 0 ? zeros : input.data(), first < 0 ? 0 : first + column,
                            second < 0 ? zeros : input.data(), second < 0 ? 0 : second + column, combined, length);
                    writer.copy(combined, 0, length);
                    n += length;
                }
                writer.endRow();
            }
        };
    }

    private void combine(boolean sum, float[] a, int ao, float[] b, int bo, float[] target, int n) {
        if (sum) {
            elementwise.sum(a, ao, b, bo, target, 0, n);
        } else {
            elementwise.difference(a, ao, b, bo, target, 0, n);
        }
    }
}
