package app.partita.engine.nn;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;

/**
 * A transposed convolution of kernel 8 and stride 4 along frequency, cropped by 2 at both ends.
 *
 * <p>Output row {@code p = 4q + r − 2} gets tap r of input row q and tap r + 4 of row q − 1 and nothing else. So it is a
 * filter of two taps with four phases r as output channels.
 */
public final class TransposedFrequencyConvolution {

    private static final int KERNEL = 8;
    private static final int STEP = 4;
    private static final int CROP = 2;

    private final Elementwise elementwise;
    private final PairedRowsConvolution pairs;
    private final float[] bias;
    private final boolean gelu;

    /**
     * @param weight what {@link #pack} gave
     * @param gelu   whether GELU follows
     */
    public TransposedFrequencyConvolution(float[] weight, float[] bias, int inputs, boolean gelu, Kernels kernels,
                                          Workers workers, Gemm gemm) {
        this.elementwise = kernels.elementwise();
        this.pairs = new PairedRowsConvolution(weight, STEP * bias.length, inputs, kernels, workers, gemm);
        this.bias = bias;
        this.gelu = gelu;
    }

    /** @param weight {@code inputs × outputs × 8}, upstream's layout */
    public static float[] pack(float[] weight, int inputs, int outputs, Kernels kernels) {
        float[] first = new float[STEP * outputs * inputs];
        float[] second = new float[first.length];
        for (int i = 0; i < weight.length; i++) {
            int tap = i % KERNEL;
            int output = i / KERNEL % outputs;
            float[] half = tap < STEP ? second : first;
            half[(output * STEP + tap % STEP) * inputs + i / KERNEL / outputs] = weight[i];
        }
        return PairedRowsConvolution.pack(first, second, STEP * outputs, inputs, kernels);
    }

    /** {@code (inputs, F, T) → (outputs, 4F, T)}. */
    public void forward(Tensor input, Tensor output) {
        pairs.forward(new RowPairs(input, 1, -1), input.rows() + 1, (row, q, column, count, sums, at) -> {
            int outputRow = STEP * q + row % STEP - CROP;
            if (outputRow >= 0 && outputRow < output.rows()) {
                int channel = row / STEP;
                Sinks.activate(elementwise, gelu, sums, at,
                        output.data(), output.at(channel, outputRow) + column, count, bias[channel]);
            }
        });
    }
}
