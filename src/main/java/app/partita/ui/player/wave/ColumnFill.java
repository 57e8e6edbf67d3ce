package app.partita.ui.player.wave;

import java.util.Arrays;

/**
 * Fills stretches of columns row by row. Each row is the one above it but where a stretch begins or ends, so that it
 * matters little how high a picture is.
 */
final class ColumnFill {

    private static final int NONE = -1;

    private final int height;
    private final int[] firstOf;
    private final int[] next;
    private final int[] columns;
    private final int[] colours;
    private int count;

    /** @param most how often {@link #from} is called */
    ColumnFill(int height, int most) {
        this.height = height;
        firstOf = new int[height];
        Arrays.fill(firstOf, NONE);
        next = new int[most];
        columns = new int[most];
        colours = new int[most];
    }

    /** From that row on a column has that colour; of the same row, what was said first holds. */
    void from(int row, int column, int colour) {
        int seen = Math.max(0, row);
        if (seen < height) {
            next[count] = firstOf[seen];
            columns[count] = column;
            colours[count] = colour;
            firstOf[seen] = count++;
        }
    }

    /** @param pixels rows of that width; all of them are painted, with nothing where nothing was said */
    void paint(int[] pixels, int width) {
        Arrays.fill(pixels, 0, width, 0);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            if (y > 0) {
                System.arraycopy(pixels, row - width, pixels, row, width);
            }
            for (int change = firstOf[y]; change != NONE; change = next[change]) {
                pixels[row + columns[change]] = colours[change];
            }
        }
    }
}
