package app.partita.ui.player.wave;

import app.partita.audio.peaks.Columns;

/**
 * Paints columns: peaks at 45 %, the root of the mean square over them at full strength; edges are smooth. A single
 * line of samples is painted at full strength.
 */
final class WavePainter {

    private static final double PEAK = 0.45;
    private static final double THINNEST = 1;
    private static final double LINE = 1.5;

    private WavePainter() {
    }

    /**
     * Paints a picture anew: what is of one strength, then the edges of each column.
     *
     * @param pixels   rows of {@code columns.count()}, premultiplied ARGB
     * @param fullest  the sample that reaches the picture's edge
     * @param line     whether the columns are parts of one line
     */
    static void paint(int[] pixels, int height, Columns columns, double fullest, Ink ink, boolean line) {
        int width = columns.count();
        double middle = height / 2.0;
        double scale = middle / fullest;
        double thin = line ? LINE : THINNEST;
        double[] top = new double[width];
        double[] bottom = new double[width];
        double[] strongTop = new double[width];
        double[] strongBottom = new double[width];
        for (int column = 0; column < width; column++) {
            if (columns.known(column)) {
                double high = middle - columns.max()[column] * scale;
                double low = middle - columns.min()[column] * scale;
                double missing = Math.max(0, thin - (low - high)) / 2;
                double power = line ? height : Math.max(columns.rms()[column] * scale, thin / 2);
                top[column] = high - missing;
                bottom[column] = low + missing;
                strongTop[column] = Math.max(top[column], middle - power);
                strongBottom[column] = Math.min(bottom[column], middle + power);
            }
        }
        ColumnFill fill = new ColumnFill(height, 4 * width);
        for (int column = 0; column < width; column++) {
            int from = (int) Math.ceil(top[column]);
            int to = (int) Math.floor(bottom[column]);
            int strongFrom = (int) Math.ceil(strongTop[column]);
            int strongTo = (int) Math.floor(strongBottom[column]);
            if (from < to) {
                fill.from(to, column, 0);
            }
            if (strongFrom < strongTo) {
                fill.from(strongTo, column, ink.of(PEAK));
                fill.from(strongFrom, column, ink.of(1));
            }
            if (from < to) {
                fill.from(from, column, ink.of(PEAK));
            }
        }
        fill.paint(pixels, width);
        for (int column = 0; column < width; column++) {
            for (double edge : new double[] {top[column], bottom[column], strongTop[column], strongBottom[column]}) {
                int y = (int) Math.floor(edge);
                if (y >= 0 && y < height) {
                    double strong = covered(y, strongTop[column], strongBottom[column]);
                    double all = covered(y, top[column], bottom[column]);
                    pixels[y * width + column] = ink.of(strong + PEAK * (all - strong));
                }
            }
        }
    }

    private static double covered(int y, double top, double bottom) {
        return Math.max(0, Math.min(y + 1, bottom) - Math.max(y, top));
    }
}
