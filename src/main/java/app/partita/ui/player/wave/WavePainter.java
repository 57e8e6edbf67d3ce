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
    private static final int SIGN = 31;

    private WavePainter() {
    }

    /**
     * Paints a picture anew: row by row what is of one strength, then the edges of each column.
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
        fill(pixels, width, height, inner(top, bottom), ink.of(PEAK), inner(strongTop, strongBottom), ink.of(1));
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

    /** The rows that lie within from a first one on and before a last one. */
    private static int[][] inner(double[] top, double[] bottom) {
        int[] from = new int[top.length];
        int[] to = new int[top.length];
        for (int column = 0; column < top.length; column++) {
            from[column] = (int) Math.ceil(top[column]);
            to[column] = (int) Math.floor(bottom[column]);
        }
        return new int[][] {from, to};
    }

    /** Without a branch, so that many pixels are painted at once: a sign is as good as a condition. */
    private static void fill(int[] pixels, int width, int height, int[][] peaks, int peak, int[][] powers, int full) {
        int[] peakFrom = peaks[0];
        int[] peakTo = peaks[1];
        int[] fullFrom = powers[0];
        int[] fullTo = powers[1];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int column = 0; column < width; column++) {
                int inPeak = (peakFrom[column] - 1 - y & y - peakTo[column]) >> SIGN;
                int inFull = (fullFrom[column] - 1 - y & y - fullTo[column]) >> SIGN;
                pixels[row + column] = peak & inPeak & ~inFull | full & inFull;
            }
        }
    }

    private static double covered(int y, double top, double bottom) {
        return Math.max(0, Math.min(y + 1, bottom) - Math.max(y, top));
    }
}
