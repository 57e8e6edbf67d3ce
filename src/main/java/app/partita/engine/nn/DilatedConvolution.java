package app.partita.engine.nn;

import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import java.util.Arrays;

/**
 * A convolution along time of three taps to few channels, a stretch of one row at a time.
 *
 * <p>The stretch and its margins are copied once, and every tap is a product with the same numbers, shifted: with so few
 * outputs, packing them for each tap would take as long as multiplying.
 */
public final class DilatedConvolution {

    private static final int TAPS = 3;

    private final Gemm gemm;
    private final PackedMatrix[] taps = new PackedMatrix[TAPS];
    private final int dilation;

    /** @param weight {@code outputs × inputs × 3}, upstream's layout */
    public DilatedConvolution(float[] weight, int outputs, int inputs, int dilation, Kernels kernels, Gemm gemm) {
        this.gemm = gemm;
        this.dilation = dilation;
        float[] matrix = new float[outputs * inputs];
        for (int tap = 0; tap < TAPS; tap++) {
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = weight[i * TAPS + tap];
            }
            taps[tap] = PackedMatrix.of(matrix, outputs, inputs, kernels);
        }
    }

    /** Output channels, filled up to whole panels. */
    public int paddedOutputs() {
        return taps[0].paddedRows();
    }

    /**
     * Convolves columns {@code from … from + count − 1} of a row.
     *
     * @param h      {@code paddedOutputs() × padded(count)}, dense, overwritten from {@code at} on
     */
    public void forward(Tensor x, int row, int from, int count, float[] h, int at, Scratch scratch) {
        int padded = gemm.padded(count);
        int stride = padded + (TAPS - 1) * dilation;
        float[] stretch = scratch.floats(Scratch.Use.PACKED, x.channels() * stride);
        int first = Math.max(0, from - dilation);
        int last = Math.min(x.columns(), from + count + dilation);
        for (int channel = 0; channel < x.channels(); channel++) {
            int to = START + channel * stride;
            int begin = to + first - (from - dilation);
            int end = begin + last - first;
            Arrays.fill(stretch, to, begin, 0f);
            System.arraycopy(x.data(), x.at(channel, row) + first, stretch, begin, last - first);
            Arrays.fill(stretch, end, to + stride, 0f);
        }
        for (int tap = 0; tap < TAPS; tap++) {
            gemm.multiplyRows(taps[tap], stretch, START + tap * dilation, stride, count, h, at, padded, tap > 0);
        }
    }
}
