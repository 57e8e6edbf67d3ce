package app.partita.ui.player.mixer;

import app.partita.player.Strip;
import java.util.Locale;

/** How a fader's way and its gain correspond: unity at 80 %, silence at 0, the most that is possible at 100 %. */
public final class GainScale {

    /** Where a fader leaves a stem as it is. */
    public static final double UNITY = 0.8;

    private static final double LOWEST = -60;
    private static final double BEND = 1.6;

    private GainScale() {
    }

    /** @param way 0 to 1 */
    public static double decibels(double way) {
        if (way <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return way >= UNITY ? Strip.MOST_GAIN_DB * (Math.min(1, way) - UNITY) / (1 - UNITY)
                : LOWEST * Math.pow((UNITY - way) / UNITY, BEND);
    }

    /** 0 to 1. */
    public static double way(double decibels) {
        if (decibels <= LOWEST) {
            return 0;
        }
        return decibels >= 0 ? UNITY + (1 - UNITY) * Math.min(1, decibels / Strip.MOST_GAIN_DB)
                : UNITY * (1 - Math.pow(decibels / LOWEST, 1 / BEND));
    }

    /** Such as {@code −3.6}, with a real minus. */
    public static String words(double decibels) {
        if (decibels <= LOWEST) {
            return "−∞";
        }
        String number = String.format(Locale.ROOT, "%.1f", Math.abs(decibels));
        boolean zero = number.equals("0.0");
        return zero ? "0.0" : (decibels < 0 ? "−" : "+") + number;
    }
}
