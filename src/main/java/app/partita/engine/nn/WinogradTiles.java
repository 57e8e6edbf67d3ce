package app.partita.engine.nn;

import static app.partita.engine.nn.MinimalFilter.OUTPUTS;
import static app.partita.engine.nn.MinimalFilter.POINTS;
import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A block of tiles of 4 × 4 outputs, counted row by row, and the 6 × 6 inputs that they depend on, zeros outside.
 *
 * <p>A row of inputs is sorted by their column modulo four: so neighbouring lanes are neighbouring tiles.
 */
final class WinogradTiles {

    private static final int MARGIN = 1;

    /**
     * Tiles of the block that lie side by side.
     *
     * @param row    the first output row
     * @param column the first output column
     * @param at     the first one's index in the block
     */
    private record Run(int row, int column, int at, int count) {
    }

    private final Tensor input;
    private final int count;
    private final Elementwise elementwise;
    private final List<Run> runs = new ArrayList<>();
    private final float[] row;
    private final float[] phases;
    private final float[] transformed;
    private final int[] offsets = new int[POINTS];
    private final float[] factors = new float[POINTS];

    WinogradTiles(Tensor input, int from, int count, Elementwise elementwise, Scratch scratch) {
        this.input = input;
        this.count = count;
        this.elementwise = elementwise;
        int perRow = Math.ceilDiv(input.columns(), OUTPUTS);
        for (int n = from; n < from + count; ) {
            int length = Math.min(perRow - n % perRow, from + count - n);
            runs.add(new Run(n / perRow * OUTPUTS, n % perRow * OUTPUTS, n - from, length));
            n += length;
        }
        this.row = scratch.floats(Scratch.Use.ROW, OUTPUTS * (count + 1));
        this.phases = scratch.floats(Scratch.Use.PHASES, OUTPUTS * (count + 1));
        this.transformed = scratch.floats(Scratch.Use.TRANSFORMED, POINTS * count);
    }

    int count() {
        return count;
    }

    /**
     * Packs the points along time of some channels' input rows, combined by these factors: a row is a channel, a column a
     * tile.
     *
     * @param points a writer for each point
     */
    void pack(float[] weights, int firstChannel, int channels, List<PanelWriter> points) {
        for (int i = 0; i < channels; i++) {
            for (Run run : runs) {
                int stride = run.count + 1;
                combineRows(weights, firstChannel + i, run);
                elementwise.deinterleave(row, START, stride, phases, START, stride);
                elementwise.winogradInputs(phases, START, stride, run.count, transformed, START + run.at, count);
            }
            for (int point = 0; point < POINTS; point++) {
                PanelWriter writer = points.get(point);
                writer.beginRow(i);
                writer.copy(transformed, START + point * count, count);
                writer.endRow();
            }
        }
    }

    private void combineRows(float[] weights, int channel, Run run) {
        int from = run.column - MARGIN;
        int length = OUTPUTS * (run.count + 1);
        int first = Math.max(0, from);
        int last = Math.min(input.columns(), from + length);
        int terms = 0;
        for (int i = 0; i < POINTS; i++) {
            int inputRow = run.row - MARGIN + i;
            if (weights[i] != 0 && inputRow >= 0 && inputRow < input.rows()) {
                offsets[terms] = input.at(channel, inputRow) + first;
                factors[terms++] = weights[i];
            }
        }
        int to = START - from;
        Arrays.fill(row, START, to + first, 0f);
        elementwise.combine(input.data(), offsets, factors, terms, row, to + first, last - first);
        Arrays.fill(row, to + last, START + length, 0f);
    }

    /**
     * Writes row i of the outputs of every tile, as far as the output reaches.
     *
     * @param values the four columns, each of {@code count()} tiles, from {@link Alignment#START} on
     */
    void store(float[] values, int i, Tensor output, int channel) {
        for (Run run : runs) {
            if (run.row + i < output.rows()) {
                int to = output.at(channel, run.row + i) + run.column;
                int real = Math.min(OUTPUTS * run.count, output.columns() - run.column);
                int whole = real / OUTPUTS;
                elementwise.interleave(values, START + run.at, count, whole, output.data(), to);
                for (int n = OUTPUTS * whole; n < real; n++) {
                    output.data()[to + n] = values[START + n % OUTPUTS * count + run.at + n / OUTPUTS];
                }
            }
        }
    }
}
