package app.partita.engine.nn;

import static app.partita.engine.nn.MinimalFilter.OUTPUTS;
import static app.partita.engine.nn.MinimalFilter.POINTS;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A block of tiles of 4 × 4 outputs, counted row by row, and the 6 × 6 inputs that they depend on, zeros outside.
 *
 * <p>The inputs lie sorted by their column modulo four: so neighbouring lanes are neighbouring tiles.
 */
final class WinogradTiles {

    private static final int MARGIN = 1;

    /**
     * Tiles of the block that lie side by side.
     *
     * @param row    the first output row
     * @param column the first output column
     * @param at     the first one's index in the block
     * @param phase  where its inputs begin in a phase; each phase has one number more than there are tiles
     */
    private record Run(int row, int column, int at, int phase, int count) {
    }

    private final Tensor input;
    private final int count;
    private final Elementwise elementwise;
    private final List<Run> runs = new ArrayList<>();
    private final int phaseStride;
    private final float[] phases;
    private final float[] row;
    private final int[] offsets = new int[POINTS];
    private final float[] factors = new float[POINTS];

    WinogradTiles(Tensor input, int from, int count, Elementwise elementwise, Scratch scratch) {
        this.input = input;
        this.count = count;
        this.elementwise = elementwise;
        int perRow = Math.ceilDiv(input.columns(), OUTPUTS);
        for (int n = from; n < from + count; ) {
            int length = Math.min(perRow - n % perRow, from + count - n);
            runs.add(new Run(n / perRow * OUTPUTS, n % perRow * OUTPUTS, n - from, n - from + runs.size(), length));
            n += length;
        }
        this.phaseStride = count + runs.size();
        this.phases = scratch.floats(Scratch.Use.PHASES, input.channels() * OUTPUTS * phaseStride);
        this.row = scratch.floats(Scratch.Use.ROW, OUTPUTS * (count + 1));
    }

    int count() {
        return count;
    }

    /** Combines the six input rows of each tile by these factors, for {@link #columns}. */
    void combineRows(float[] weights) {
        for (int channel = 0; channel < input.channels(); channel++) {
            for (Run run : runs) {
                combineRows(weights, channel, run);
                elementwise.deinterleave(row, 0, run.count + 1,
                        phases, channel * OUTPUTS * phaseStride + run.phase, phaseStride);
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
        Arrays.fill(row, 0, first - from, 0f);
        elementwise.combine(input.data(), offsets, factors, terms, row, first - from, last - first);
        Arrays.fill(row, last - from, length, 0f);
    }

    /** The combined rows' columns of a point: a row is a channel, a column a tile. */
    ColumnSource columns(float[] weights) {
        return (k0, depth, n0, length, writer) -> {
            for (int k = 0; k < depth; k++) {
                writer.beginRow(k);
                for (Run run : runs) {
                    int from = Math.max(run.at, n0);
                    int to = Math.min(run.at + run.count, n0 + length);
                    if (from < to) {
                        combineColumns(weights, (k0 + k) * OUTPUTS * phaseStride + run.phase + from - run.at, to - from);
                        writer.copy(row, 0, to - from);
                    }
                }
                writer.endRow();
            }
        };
    }

    private void combineColumns(float[] weights, int at, int length) {
        int terms = 0;
        for (int j = 0; j < POINTS; j++) {
            if (weights[j] != 0) {
                offsets[terms] = at + j % OUTPUTS * phaseStride + j / OUTPUTS;
                factors[terms++] = weights[j];
            }
        }
        elementwise.combine(phases, offsets, factors, terms, row, 0, length);
    }

    /**
     * Writes row i of the outputs of every tile, as far as the output reaches.
     *
     * @param values the four columns, each of {@code count()} tiles
     */
    void store(float[] values, int i, Tensor output, int channel) {
        for (Run run : runs) {
            if (run.row + i < output.rows()) {
                int to = output.at(channel, run.row + i) + run.column;
                int real = Math.min(OUTPUTS * run.count, output.columns() - run.column);
                int whole = real / OUTPUTS;
                elementwise.interleave(values, run.at, count, whole, output.data(), to);
                for (int n = OUTPUTS * whole; n < real; n++) {
                    output.data()[to + n] = values[n % OUTPUTS * count + run.at + n / OUTPUTS];
                }
            }
        }
    }
}
