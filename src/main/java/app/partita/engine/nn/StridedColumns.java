package app.partita.engine.nn;

import app.partita.engine.tensor.Tensor;

/**
 * The columns of a strided convolution of a waveform (one row): row {@code k = (channel, tap)}, column n reads sample
 * {@code n·step + tap − padding}; outside there are zeros.
 */
public record StridedColumns(Tensor input, int taps, int step, int padding) implements ColumnSource {

    @Override
    public void pack(int k0, int depth, int n0, int count, PanelWriter writer) {
        for (int k = 0; k < depth; k++) {
            int channel = (k0 + k) / taps;
            int shift = (k0 + k) % taps - padding;
            int first = Math.clamp(Math.ceilDiv(-shift, step), n0, n0 + count);
            int last = Math.clamp(Math.ceilDiv(input.columns() - shift, step), first, n0 + count);
            writer.beginRow(k);
            writer.zeros(first - n0);
            writer.copyStrided(input.data(), input.at(channel, 0) + first * step + shift, step, last - first);
            writer.zeros(n0 + count - last);
            writer.endRow();
        }
    }
}
