package app.partita.engine.nn;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;

/**
 * A 3×3 convolution that keeps rows and columns, followed by GLU: along frequency by Winograd's minimal filtering
 * F(4,3) (Winograd 1980; Lavin and Gray 2016), along time as it is. Four rows of outputs take six products instead of
 * twelve.
 *
 * <p>The points 0, 1, −1, 1/2, −2 and ∞ are those whose errors are smallest (Barabasz et al. 2020): 2.7 times those of
 * the plain sums.
 */
public final class WinogradConvolution {

    private static final int TAPS = 3;
    private static final int OUTPUTS = 4;
    private static final int POINTS = OUTPUTS + TAPS - 1;

    /** Six rows of inputs → the six points. */
    private static final float[][] INPUT = {
        {1f, -1.5f, -2f, 1.5f, 1f, 0f},
        {0f, -1f, 0.5f, 2.5f, 1f, 0f},
        {0f, 1f, -2.5f, 0.5f, 1f, 0f},
        {0f, -2f, -1f, 2f, 1f, 0f},
        {0f, 0.5f, -1f, -0.5f, 1f, 0f},
        {0f, 1f, -1.5f, -2f, 1.5f, 1f},
    };

    /** Three taps → the six points. */
    private static final double[][] FILTER = {
        {1, 0, 0},
        {1. / 3, 1. / 3, 1. / 3},
        {-1. / 3, 1. / 3, -1. / 3},
        {-16. / 15, -8. / 15, -4. / 15},
        {1. / 15, -2. / 15, 4. / 15},
        {0, 0, 1},
    };

    private final Gemm gemm;
    private final Workers workers;
    private final Elementwise elementwise;
    private final PackedMatrix[] points;
    private final float[] bias;

    /**
     * @param weight what {@link #pack} gave
     * @param bias   of all values, then of all gates
     */
    public WinogradConvolution(float[] weight, float[] bias, int inputs, Kernels kernels, Workers workers, Gemm gemm) {
        this.gemm = gemm;
        this.workers = workers;
        this.elementwise = kernels.elementwise();
        this.bias = bias;
        PackedMatrix.Plan plan = plan(bias.length, inputs, kernels);
        this.points = new PackedMatrix[POINTS];
        Arrays.setAll(points, point ->
                plan.restore(Arrays.copyOfRange(weight, point * plan.size(), (point + 1) * plan.size())));
    }

    private static PackedMatrix.Plan plan(int outputs, int inputs, Kernels kernels) {
        return new PackedMatrix.Plan(outputs, TAPS * inputs, true, kernels);
    }

    /**
     * The six matrices, one after the other.
     *
     * @param weight {@code outputs × inputs × 3 × 3}, upstream's layout; values first, then their gates
     */
    public static float[] pack(float[] weight, int outputs, int inputs, Kernels kernels) {
        PackedMatrix.Plan plan = plan(outputs, inputs, kernels);
        float[] packed = new float[POINTS * plan.size()];
        float[] matrix = new float[outputs * inputs * TAPS];
        for (int point = 0; point < POINTS; point++) {
            double[] filter = FILTER[point];
            for (int i = 0; i < matrix.length; i++) {
                int from = i / TAPS * TAPS * TAPS + i % TAPS;
                matrix[i] = (float) (filter[0] * weight[from] + filter[1] * weight[from + TAPS]
                        + filter[2] * weight[from + 2 * TAPS]);
            }
            System.arraycopy(plan.pack(matrix), 0, packed, point * plan.size(), plan.size());
        }
        return packed;
    }

    /** {@code (inputs, F, T) → (outputs / 2, F, T)}. */
    public void forward(Tensor input, Tensor output) {
        int columns = Math.ceilDiv(input.rows(), OUTPUTS) * input.rowStride();
        int block = gemm.blockColumns(columns);
        workers.run(Math.ceilDiv(columns, block), (index, scratch) -> {
            int from = index * block;
            convolve(input, output, from, Math.min(block, columns - from), scratch);
        });
    }

    private void convolve(Tensor input, Tensor output, int from, int count, Scratch scratch) {
        int stride = gemm.padded(count);
        int size = points[0].paddedRows() * stride;
        float[] products = scratch.floats(Scratch.Use.POINTS, POINTS * size);
        float[] row = scratch.floats(Scratch.Use.COMBINED, count + TAPS - 1);
        for (int point = 0; point < POINTS; point++) {
            gemm.multiplyInto(points[point], new Columns(input, INPUT[point], elementwise, row), from, count,
                    products, point * size, scratch);
        }
        for (int panel = 0; panel < points[0].panels(); panel++) {
            int start = points[0].start(panel);
            int pairs = points[0].kernel(panel).rows() / 2;
            for (int i = 0; i < pairs && start / 2 + i < bias.length / 2; i++) {
                int value = (start + i) * stride;
                int gate = (start + pairs + i) * stride;
                elementwise.winogradOutputs(products, value, size, count);
                elementwise.winogradOutputs(products, gate, size, count);
                store(products, value, gate, size, start / 2 + i, from, count, output);
            }
        }
    }

    private void store(float[] products, int value, int gate, int size, int channel, int from, int count,
                       Tensor output) {
        int width = output.rowStride();
        for (int n = from; n < from + count; ) {
            int column = n % width;
            int length = Math.min(width - column, from + count - n);
            int firstRow = OUTPUTS * (n / width);
            for (int j = 0; j < OUTPUTS && firstRow + j < output.rows(); j++) {
                int at = j * size + n - from;
                elementwise.glu(products, value + at, products, gate + at,
                        output.data(), output.at(channel, firstRow + j) + column, length,
                        bias[channel], bias[bias.length / 2 + channel]);
            }
            n += length;
        }
    }

    /**
     * The columns of one point: row {@code k = (channel, tap along time)}, column {@code n = group of four output rows ·
     * rowStride + output column}.
     *
     * @param row space for a combined row and a neighbour on either side
     */
    private record Columns(Tensor input, float[] factors, Elementwise elementwise, float[] row)
            implements ColumnSource {

        @Override
        public void pack(int k0, int depth, int n0, int count, PanelWriter writer) {
            int stride = input.rowStride();
            for (int k = 0; k < depth; ) {
                int tap = (k0 + k) % TAPS;
                int taps = Math.min(TAPS - tap, depth - k);
                writer.skipTo(k, 0);
                for (int n = n0; n < n0 + count; ) {
                    int column = n % stride;
                    int length = Math.min(stride - column, n0 + count - n);
                    combine((k0 + k) / TAPS, n / stride * OUTPUTS - 1, column - 1, length + TAPS - 1);
                    for (int t = 0; t < taps; t++) {
                        writer.skipTo(k + t, n - n0);
                        writer.copy(row, tap + t, length);
                    }
                    n += length;
                }
                for (int t = 0; t < taps; t++) {
                    writer.skipTo(k + t, count);
                    writer.endRow();
                }
                k += taps;
            }
        }

        /** The point's combination of six input rows, columns {@code from … from + length − 1}, zeros outside. */
        private void combine(int channel, int firstRow, int from, int length) {
            int first = Math.max(0, from);
            int last = Math.max(first, Math.min(input.columns(), from + length));
            Arrays.fill(row, 0, length, 0f);
            for (int i = 0; i < POINTS; i++) {
                int inputRow = firstRow + i;
                if (factors[i] != 0 && inputRow >= 0 && inputRow < input.rows()) {
                    elementwise.addScaled(input.data(), input.at(channel, inputRow) + first,
                            row, first - from, last - first, factors[i], 0f);
                }
            }
        }
    }
}
