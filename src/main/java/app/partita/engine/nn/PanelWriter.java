package app.partita.engine.nn;

import app.partita.engine.kernels.Elementwise;
import java.util.Arrays;

/** Writes the rows of a packed block, across its panels, from left to right. */
public final class PanelWriter {

    private final float[] panels;
    private final int offset;
    private final int depth;
    private final int width;
    private final Elementwise elementwise;
    private int row;
    private int column;

    /** @param panels one after the other from {@code offset} on, each of {@code depth} rows of {@code width} numbers */
    PanelWriter(float[] panels, int offset, int depth, int width, Elementwise elementwise) {
        this.panels = panels;
        this.offset = offset;
        this.depth = depth;
        this.width = width;
        this.elementwise = elementwise;
    }

    Elementwise elementwise() {
        return elementwise;
    }

    void beginRow(int newRow) {
        skipTo(newRow, 0);
    }

    void skipTo(int newRow, int newColumn) {
        row = newRow;
        column = newColumn;
    }

    void copy(float[] source, int from, int count) {
        int head = Math.min(count, (width - column % width) % width);
        if (head > 0) {
            System.arraycopy(source, from, panels, position(), head);
            column += head;
        }
        elementwise.spread(source, from + head, count - head, panels, position(), width, depth * width);
        column += count - head;
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
        return offset + (column / width * depth + row) * width + column % width;
    }
}
