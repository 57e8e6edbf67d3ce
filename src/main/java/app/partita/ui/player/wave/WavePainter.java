package app.partita.ui.player.wave;

import app.partita.audio.peaks.Columns;
import java.util.Arrays;

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
     * Paints a picture anew.
     *
     * @param pixels   rows of {@code columns.count()}, premultiplied ARGB
     * @param fullest  the sample that reaches the picture's edge
     * @param line     whether the columns are parts of one line
     */
    static void paint(int[] pixels, int height, Columns columns, double fullest, Ink ink, boolean line) {
        Arrays.fill(pixels, 0);
        double middle = height / 2.0;
        double scale = middle / fullest;
        for (int column = 0; column < columns.count(); column++) {
            if (columns.known(column)) {
                double thin = line ? LINE : THINNEST;
                double top = middle - columns.max()[column] * scale;
                double bottom = middle - columns.min()[column] * scale;
                double missing = Math.max(0, thin - (bottom - top)) / 2;
                double power = line ? height : columns.rms()[column] * scale;
                paint(pixels, columns.count(), height, column, top - missing, bottom + missing,
                        middle - Math.max(power, thin / 2), middle + Math.max(power, thin / 2), ink);
            }
        }
    }

    private static void paint(int[] pixels, int width, int height, int column, double top, double bottom,
                              double innerTop, double innerBottom, Ink ink) {
        double strongTop = Math.max(top, innerTop);
        double strongBottom = Math.min(bottom, innerBottom);
        int from = Math.max(0, (int) Math.floor(top));
        int to = Math.min(height, (int) Math.ceil(bottom));
        int peak = ink.of(PEAK);
        int full = ink.of(1);
        for (int y = from; y < to; y++) {
            int pixel;
            if (y >= strongTop && y + 1 <= strongBottom) {
                pixel = full;
            } else if (y >= top && y + 1 <= bottom && (y + 1 <= strongTop || y >= strongBottom)) {
                pixel = peak;
            } else {
                double strong = covered(y, strongTop, strongBottom);
                pixel = ink.of(strong + PEAK * (covered(y, top, bottom) - strong));
            }
            pixels[y * width + column] = pixel;
        }
    }

    private static double covered(int y, double top, double bottom) {
        return Math.max(0, Math.min(y + 1, bottom) - Math.max(y, top));
    }
}
