package app.partita.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long each tenth of a song takes; of a song of less than ten minutes, each minute. */
final class Laps {

    private static final int TENTHS = 10;

    private final int minutes;
    private final List<Double> seconds = new ArrayList<>();
    private long since = System.nanoTime();
    private int done;

    Laps(int minutes) {
        this.minutes = minutes;
    }

    void minuteIsOver() {
        int before = TENTHS * done / minutes;
        done++;
        if (TENTHS * done / minutes > before) {
            long now = System.nanoTime();
            seconds.add((now - since) * 1e-9);
            since = now;
        }
    }

    @Override
    public String toString() {
        return seconds.stream().map(lap -> String.format(Locale.ROOT, "%.1f", lap)).collect(Collectors.joining(" "));
    }
}
