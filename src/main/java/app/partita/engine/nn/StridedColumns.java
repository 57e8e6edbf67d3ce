package app.partita.engine.nn;

import app.partita.engine.tensor.Tensor;
import java.util.Arrays;

/**
 * The columns of a convolution of stride 4 of a waveform (one row): row {@code k = (channel, tap)}, column n reads
 * sample {@code 4n + tap − padding}; outside there are zeros.
 *
 * @param padding at most 4
 */
public record StridedColumns(Tensor input, int taps, int padding) implements ColumnSource {

    private static final int STEP = 4;

    /** Each tap's samples are one of the four phases of the block's samples, shifted by whole steps. */
    @Override
    public void pack(int k0, int depth, int n0, int count, PanelWriter writer) {
        int steps = count + (taps - 1 + STEP) / STEP;
        float[] samples = new float[STEP * steps];
        float[] phases = new float[STEP * steps];
        int packed = -1;
        for (int k = 0; k < depth; k++) {
            int channel = (k0 + k) / taps;
            int tap = (k0 + k) % taps;
            if (channel != packed) {
                read(channel, STEP * n0 - padding, samples);
                writer.elementwise().deinterleave(samples, 0, steps, phases, 0, steps);
                packed = channel;
            }
            writer.beginRow(k);
            writer.copy(phases, tap % STEP * steps + tap / STEP, count);
            writer.endRow();
        }
    }

    private void read(int channel, int from, float[] samples) {
        int first = Math.clamp(-from, 0, samples.length);
        int last = Math.clamp(input.columns() - from, first, samples.length);
        Arrays.fill(samples, 0, first, 0f);
        System.arraycopy(input.data(), input.at(channel, 0) + from + first, samples, first, last - first);
        Arrays.fill(samples, last, samples.length, 0f);
    }
}
