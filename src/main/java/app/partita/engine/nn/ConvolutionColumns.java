package app.partita.engine.nn;

import app.partita.engine.tensor.Tensor;

/**
 * The columns of a convolution with zero padding and stride 1 along time: row {@code k = (channel, tap row, tap
 * column)}, column {@code n = output row · rowStride + output column}.
 *
 * @param input       what is convolved; output rows are as far apart as its rows
 * @param tapRows     kernel size along frequency, with {@code rowStep} and {@code rowPadding}
 * @param tapColumns  kernel size along time, with {@code dilation} and {@code columnPadding}
 * @param outputStride the distance between output rows
 */
public record ConvolutionColumns(Tensor input, int tapRows, int rowStep, int rowPadding,
                                 int tapColumns, int dilation, int columnPadding, int outputStride)
        implements ColumnSource {

    /** A kernel of {@code size} taps along frequency. */
    public static ConvolutionColumns alongFrequency(Tensor input, int size, int step, int padding) {
        return new ConvolutionColumns(input, size, step, padding, 1, 1, 0, input.rowStride());
    }

    /** A kernel of {@code size} taps along time that keeps the length, for all rows. */
    public static ConvolutionColumns alongTime(Tensor input, int size, int dilation) {
        return new ConvolutionColumns(input, 1, 1, 0, size, dilation, size / 2 * dilation, input.rowStride());
    }

    @Override
    public void pack(int k0, int depth, int n0, int count, PanelWriter writer) {
        int taps = tapRows * tapColumns;
        for (int k = 0; k < depth; k++) {
            int channel = (k0 + k) / taps;
            int tap = (k0 + k) % taps;
            writer.beginRow(k);
            packRow(writer, channel, tap / tapColumns, tap % tapColumns * dilation - columnPadding, n0, count);
            writer.endRow();
        }
    }

    private void packRow(PanelWriter writer, int channel, int tapRow, int shift, int n0, int count) {
        int end = n0 + count;
        for (int n = n0; n < end; ) {
            int outputRow = n / outputStride;
            int from = n % outputStride;
            int to = Math.min(outputStride, from + end - n);
            int row = outputRow * rowStep + tapRow - rowPadding;
            if (row < 0 || row >= input.rows()) {
                writer.zeros(to - from);
            } else {
                int first = Math.clamp(-shift, from, to);
                int last = Math.clamp(input.columns() - shift, first, to);
                writer.zeros(first - from);
                writer.copy(input.data(), input.at(channel, row) + first + shift, last - first);
                writer.zeros(to - last);
            }
            n += to - from;
        }
    }
}
