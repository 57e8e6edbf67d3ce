package app.partita.ui.player.transport;

import java.util.Locale;

/** Places in a song as people read them. */
final class Clock {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private Clock() {
    }

    /** Such as {@code 0:41.280}; hours only if there are some. */
    static String words(long frame, int sampleRate) {
        long millis = Math.floorDiv(frame * 1000, sampleRate);
        return millis < HOUR
                ? String.format(Locale.ROOT, "%d:%02d.%03d", millis / MINUTE, millis % MINUTE / 1000, millis % 1000)
                : String.format(Locale.ROOT, "%d:%02d:%02d.%03d", millis / HOUR, millis % HOUR / MINUTE,
                        millis % MINUTE / 1000, millis % 1000);
    }
}
