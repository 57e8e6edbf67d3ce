package app.partita.engine.nn;

import java.util.Arrays;

/** Writes one row of a packed block, across its panels, from left to right. */
final class PanelWriter {

    private final float[] panels;
    private final int depth;
    private final int width;
    private int row;
    private int column;

    PanelWriter(float[] panels, int depth, int width) {
        this.panels = panels;
        this.depth = depth;
        this.width = width;
    }

    void beginRow(int newRow) {
        skipTo(newRow, 0);
    }

    void skipTo(int newRow, int newColumn) {
        row = newRow;
        column = newColumn;
    }

    void copy(float[] source, int from, int count) {
        int left = count;
        int source0 = from;
        while (left > 0) {
            int length = Math.min(left, width - column % width);
            System.arraycopy(source, source0, panels, position(), length);
            column += length;
            source0 += length;
            left -= length;
        }
    }

    void copyStrided(float[] source, int from, int stride, int count) {
        int source0 = from;
        int left = count;
        while (left > 0) {
            int length = Math.min(left, width - column % width);
            int to = position();
            for (int i = 0; i < length; i++, source0 += stride) {
                panels[to + i] = source[source0];
            }
            column += length;
            left -= length;
        }
    }

    void zeros(int count) {
        int left = count;
        while (left > 0) {
            int length = Math.min(left, width - column % width);
            int to = position();
            Arrays.fill(panels, to, to + length, 0f);
            column += length;
            left -= length;
        }
    }

    void endRow() {
        zeros((width - column % width) % width);
    }

    private int position() {
        return (column / width * depth + row) * width + column % width;
    }
}
