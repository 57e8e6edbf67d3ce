package app.partita.ui.player.wave;

import java.util.Locale;

/**
 * How a ruler is divided.
 *
 * @param step  seconds from label to label
 * @param parts into so many the ticks divide a step
 */
record RulerScale(double step, int parts) {

    private static final double CLOSEST = 84;
    private static final double[][] STEPS = {{0.0001, 5}, {0.0002, 4}, {0.0005, 5}, {0.001, 5}, {0.002, 4}, {0.005, 5},
        {0.01, 5}, {0.02, 4}, {0.05, 5}, {0.1, 5}, {0.2, 4}, {0.5, 5}, {1, 5}, {2, 4}, {5, 5}, {10, 5}, {15, 3},
        {30, 6}, {60, 6}, {120, 4}, {300, 5}, {600, 5}, {900, 3}, {1800, 6}, {3600, 6}, {7200, 4}, {14400, 4}};

    /** The finest division whose labels keep apart. */
    static RulerScale of(double pixelsPerSecond) {
        for (double[] step : STEPS) {
            if (step[0] * pixelsPerSecond >= CLOSEST) {
                return new RulerScale(step[0], (int) step[1]);
            }
        }
        double[] last = STEPS[STEPS.length - 1];
        return new RulerScale(last[0], (int) last[1]);
    }

    /** The words at a label: seconds as far as they are needed to tell it from the next. */
    String label(long number) {
        double seconds = number * step;
        long whole = (long) Math.floor(seconds + step / 1000);
        String clock = whole < 3600 ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
        int digits = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        if (digits == 0) {
            return clock;
        }
        String fraction = String.format(Locale.ROOT, "%." + digits + "f", Math.max(0, seconds - whole));
        return clock + fraction.substring(1);
    }
}
