package app.partita.engine.nn;

import static app.partita.engine.nn.MinimalFilter.OUTPUTS;
import static app.partita.engine.nn.MinimalFilter.POINTS;
import static app.partita.engine.nn.MinimalFilter.TAPS;
import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A convolution of three taps along time, or of 3×3, that keeps rows and columns, followed by GLU, by
 * {@link MinimalFilter}: four outputs take 6 products instead of 12, a tile of 4 × 4 outputs 36 instead of 144.
 *
 * <p>Each of the 6 or 36 points is a matrix product over all tiles; column n of it is tile n, counted row by row.
 */
public final class WinogradConvolution {

    private final Gemm gemm;
    private final Workers workers;
    private final Elementwise elementwise;
    private final PackedMatrix[] points;
    private final float[][] alongFrequency;
    private final float[] bias;

    /**
     * @param weight  what {@link #pack} gave
     * @param bias    of all values, then of all gates
     * @param tapRows taps along frequency: 3, or 1 for a waveform
     */
    public WinogradConvolution(float[] weight, float[] bias, int inputs, int tapRows, Kernels kernels, Workers workers,
                               Gemm gemm) {
        this.gemm = gemm;
        this.workers = workers;
        this.elementwise = kernels.elementwise();
        this.bias = bias;
        PackedMatrix.Plan plan = plan(bias.length, inputs, kernels);
        this.alongFrequency = tapRows == TAPS ? MinimalFilter.INPUT : new float[][] {MinimalFilter.MIDDLE};
        int size = plan.size();
        this.points = new PackedMatrix[alongFrequency.length * POINTS];
        Arrays.setAll(points, point -> plan.restore(Arrays.copyOfRange(weight, point * size, (point + 1) * size)));
    }

    private static PackedMatrix.Plan plan(int outputs, int inputs, Kernels kernels) {
        return new PackedMatrix.Plan(outputs, inputs, PackedMatrix.Order.GATED, kernels);
    }

    /**
     * The matrices of all points, one after the other; the point along time runs fastest.
     *
     * @param weight {@code outputs × inputs × tapRows × 3}, upstream's layout; values first, then their gates
     */
    public static float[] pack(float[] weight, int outputs, int inputs, int tapRows, Kernels kernels) {
        PackedMatrix.Plan plan = plan(outputs, inputs, kernels);
        double[][] filters = tapRows == TAPS ? MinimalFilter.FILTER : new double[][] {{1}};
        int taps = tapRows * TAPS;
        int size = plan.size();
        float[] packed = new float[filters.length * POINTS * size];
        float[] matrix = new float[outputs * inputs];
        for (int point = 0; point < filters.length * POINTS; point++) {
            double[] alongFrequency = filters[point / POINTS];
            double[] alongTime = MinimalFilter.FILTER[point % POINTS];
            for (int i = 0; i < matrix.length; i++) {
                double sum = 0;
                for (int tap = 0; tap < taps; tap++) {
                    sum += alongFrequency[tap / TAPS] * alongTime[tap % TAPS] * weight[i * taps + tap];
                }
                matrix[i] = (float) sum;
            }
            System.arraycopy(plan.pack(matrix), 0, packed, point * size, size);
        }
        return packed;
    }

    /** {@code (inputs, F, T) → (outputs / 2, F, T)}. */
    public void forward(Tensor input, Tensor output) {
        int tiles = Math.ceilDiv(input.rows(), OUTPUTS) * Math.ceilDiv(input.columns(), OUTPUTS);
        int block = gemm.blockColumns(tiles);
        workers.run(Math.ceilDiv(tiles, block), (index, scratch) -> {
            int from = index * block;
            convolve(input, output, from, Math.min(block, tiles - from), scratch);
        });
    }

    private void convolve(Tensor input, Tensor output, int from, int count, Scratch scratch) {
        int stride = gemm.padded(count);
        int size = points[0].paddedRows() * stride;
        float[] products = scratch.floats(Scratch.Use.POINTS, points.length * size);
        WinogradTiles tiles = new WinogradTiles(input, from, count, elementwise, scratch);
        int blockDepth = points[0].blockDepth();
        float[] packed = scratch.floats(Scratch.Use.PACKED, POINTS * blockDepth * stride);
        for (int i = 0; i < alongFrequency.length; i++) {
            for (int k0 = 0; k0 < points[0].depth(); k0 += blockDepth) {
                int depth = points[0].depthAt(k0);
                int area = depth * stride;
                tiles.pack(alongFrequency[i], k0, depth,
                        IntStream.range(0, POINTS).mapToObj(j -> gemm.writer(packed, START + j * area, depth)).toList());
                for (int j = 0; j < POINTS; j++) {
                    int point = i * POINTS + j;
                    gemm.multiplyPacked(points[point], k0, packed, START + j * area, stride, products,
                            START + point * size);
                }
            }
        }
        float[] row = scratch.floats(Scratch.Use.COMBINED, OUTPUTS * count);
        for (int panel = 0; panel < points[0].panels(); panel++) {
            int start = points[0].start(panel);
            int pairs = points[0].kernel(panel).rows() / 2;
            for (int i = 0; i < pairs && start / 2 + i < bias.length / 2; i++) {
                int value = START + (start + i) * stride;
                int gate = START + (start + pairs + i) * stride;
                outputs(products, value, size, count);
                outputs(products, gate, size, count);
                store(products, value, gate, size, start / 2 + i, tiles, row, output);
            }
        }
    }

    /** The points of each tile → its outputs, at the points whose indices are both below four. */
    private void outputs(float[] products, int at, int size, int count) {
        if (alongFrequency.length == POINTS) {
            for (int j = 0; j < POINTS; j++) {
                elementwise.winogradOutputs(products, at + j * size, POINTS * size, count);
            }
        }
        for (int i = 0; i < outputRows(); i++) {
            elementwise.winogradOutputs(products, at + i * POINTS * size, size, count);
        }
    }

    private void store(float[] products, int value, int gate, int size, int channel, WinogradTiles tiles, float[] row,
                       Tensor output) {
        for (int i = 0; i < outputRows(); i++) {
            for (int j = 0; j < OUTPUTS; j++) {
                int point = (i * POINTS + j) * size;
                elementwise.glu(products, value + point, products, gate + point,
                        row, START + j * tiles.count(), tiles.count(), bias[channel], bias[bias.length / 2 + channel]);
            }
            tiles.store(row, i, output, channel);
        }
    }

    /** Rows of a tile's outputs. */
    private int outputRows() {
        return alongFrequency.length == POINTS ? OUTPUTS : 1;
    }
}
