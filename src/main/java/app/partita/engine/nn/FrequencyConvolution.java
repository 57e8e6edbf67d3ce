package app.partita.engine.nn;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;

/**
 * A convolution of kernel 8 and stride 4 along frequency, padded by 2.
 *
 * <p>Output row q reads eight input rows from {@code 4q − 2} on: four phases, two rows of each. So it is a filter of two
 * taps over rows of four times the channels.
 */
public final class FrequencyConvolution {

    private static final int KERNEL = 8;
    private static final int STEP = 4;
    private static final int PADDING = 2;

    private final Elementwise elementwise;
    private final PairedRowsConvolution pairs;
    private final float[] bias;

    /** @param weight what {@link #pack} gave */
    public FrequencyConvolution(float[] weight, float[] bias, int inputs, Kernels kernels, Workers workers, Gemm gemm) {
        this.elementwise = kernels.elementwise();
        this.pairs = new PairedRowsConvolution(weight, bias.length, STEP * inputs, kernels, workers, gemm);
        this.bias = bias;
    }

    /** @param weight {@code outputs × inputs × 8}, upstream's layout */
    public static float[] pack(float[] weight, int outputs, int inputs, Kernels kernels) {
        float[] first = new float[outputs * inputs * STEP];
        float[] second = new float[first.length];
        for (int i = 0; i < weight.length; i++) {
            float[] half = i % KERNEL < STEP ? first : second;
            half[i / KERNEL * STEP + i % STEP] = weight[i];
        }
        return PairedRowsConvolution.pack(first, second, outputs, STEP * inputs, kernels);
    }

    /**
     * {@code (inputs, F, T) → (outputs, F/4, T)}.
     *
     * @param gelu whether GELU follows
     */
    public void forward(Tensor input, Tensor output, boolean gelu) {
        pairs.forward(new RowPairs(input, STEP, -PADDING), output.rows(), (row, q, column, count, sums, at) ->
                Sinks.activate(elementwise, gelu, sums, at, output.data(), output.at(row, q) + column, count, bias[row]));
    }
}
