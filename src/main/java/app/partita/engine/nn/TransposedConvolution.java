package app.partita.engine.nn;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;

/**
 * A transposed convolution of kernel 8 and stride 4 along time, cropped by 2 at the start.
 *
 * <p>Output {@code p = 4q + r − 2} gets tap r of input q and tap r + 4 of input q − 1 and nothing else. So it is an
 * ordinary convolution of kernel 2 with four phases r as output channels: no column buffer, no scattered additions.
 */
public final class TransposedConvolution {

    private static final int KERNEL = 8;
    private static final int STEP = 4;
    private static final int CROP = 2;

    private final Gemm gemm;
    private final Elementwise elementwise;
    private final PackedMatrix weight;
    private final float[] bias;
    private final boolean gelu;

    /**
     * @param weight what {@link #phases} gives, packed by {@link #plan}
     * @param gelu   whether GELU follows
     */
    public TransposedConvolution(PackedMatrix weight, float[] bias, boolean gelu, Kernels kernels, Gemm gemm) {
        this.gemm = gemm;
        this.elementwise = kernels.elementwise();
        this.weight = weight;
        this.bias = bias;
        this.gelu = gelu;
    }

    /** How the weight is packed. */
    public static PackedMatrix.Plan plan(int inputs, int outputs, Kernels kernels) {
        return new PackedMatrix.Plan(STEP * outputs, 2 * inputs, PackedMatrix.Order.PLAIN, kernels);
    }

    /**
     * The matrix of the convolution of four phases.
     *
     * @param weight {@code inputs × outputs × 8}, upstream's layout
     */
    public static float[] phases(float[] weight, int inputs, int outputs) {
        float[] matrix = new float[STEP * outputs * 2 * inputs];
        for (int output = 0; output < outputs; output++) {
            for (int phase = 0; phase < STEP; phase++) {
                int row = (output * STEP + phase) * 2 * inputs;
                for (int input = 0; input < inputs; input++) {
                    int from = (input * outputs + output) * KERNEL + phase;
                    matrix[row + 2 * input] = weight[from + STEP];
                    matrix[row + 2 * input + 1] = weight[from];
                }
            }
        }
        return matrix;
    }

    /** {@code (inputs, 1, T) → (outputs, 1, output.columns() ≤ 4T)}. */
    public void forward(Tensor input, Tensor output) {
        gemm.multiply(weight, neighbours(input), input.columns() + 1, (row, rows, column, count, product, at, stride) -> {
            for (int i = 0; i < rows; i++) {
                Sinks.activate(elementwise, gelu, product, at + i * stride, product, at + i * stride, count,
                        bias[(row + i) / STEP]);
            }
            // Tiles have a multiple of four rows: they hold whole channels.
            for (int i = 0; i < rows; i += STEP) {
                storePhases(product, at + i * stride, stride, column, count, output, (row + i) / STEP);
            }
        });
    }

    /** Column n of the matrix is inputs n − 1 and n of every channel; beyond the ends there are zeros. */
    private static ColumnSource neighbours(Tensor input) {
        return (k0, depth, n0, count, writer) -> {
            for (int k = 0; k < depth; k++) {
                int shift = (k0 + k) % 2 - 1;
                int first = Math.clamp(-shift, n0, n0 + count);
                int last = Math.clamp(input.columns() - shift, first, n0 + count);
                writer.beginRow(k);
                writer.zeros(first - n0);
                writer.copy(input.data(), input.at((k0 + k) / 2, 0) + first + shift, last - first);
                writer.zeros(n0 + count - last);
                writer.endRow();
            }
        };
    }

    /** Writes the four phases of one channel, from output {@code 4·column − 2} on, as far as the output reaches. */
    private void storePhases(float[] phases, int at, int stride, int column, int count, Tensor output, int channel) {
        int start = STEP * column - CROP;
        int first = start < 0 ? 1 : 0;
        int whole = Math.clamp((output.columns() - start) / STEP, first, count);
        int to = output.at(channel, 0) + start;
        elementwise.interleave(phases, at + first, stride, whole - first, output.data(), to + STEP * first);
        for (int n = Math.max(0, -start); n < STEP * first; n++) {
            output.data()[to + n] = phases[at + n % STEP * stride + n / STEP];
        }
        for (int n = STEP * whole; n < Math.min(STEP * count, output.columns() - start); n++) {
            output.data()[to + n] = phases[at + n % STEP * stride + n / STEP];
        }
    }
}
