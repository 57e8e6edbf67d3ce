package app.partita.ui.text;

import java.time.Duration;
import java.util.Locale;

/** Times and sizes as people read them. */
public final class Quantities {

    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private final Texts texts;

    public Quantities(Texts texts) {
        this.texts = texts;
    }

    /** Such as {@code 1:05} or {@code 2:00:07}. */
    public static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** A song's length, rounded to seconds; nothing if it is not known. */
    public static String clock(double seconds) {
        return seconds > 0 ? clock(Duration.ofSeconds(Math.round(seconds))) : "";
    }

    /** Such as {@code about 3 min left}. */
    public String left(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 120) {
            return texts.get("left.seconds", seconds);
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 60 ? texts.get("left.minutes", minutes)
                : texts.get("left.hours", minutes / 60, minutes % 60);
    }

    /** Such as {@code 214 MB} or {@code 1.2 GB}. */
    public String size(long bytes) {
        if (bytes < GIGA) {
            return texts.get("size.mega", Math.max(bytes == 0 ? 0 : 1, bytes / MEGA));
        }
        String number = bytes < 100 * GIGA ? String.format(texts.locale(), "%.1f", (double) bytes / GIGA)
                : Long.toString(bytes / GIGA);
        return texts.get("size.giga", number);
    }
}
