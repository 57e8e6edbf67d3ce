package app.partita.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How long each tenth of a song takes; of a song of less than ten minutes, each minute. */
final class Laps {

    private static final int TENTHS = 10;

    /**
     * A tenth.
     *
     * @param segments its seconds, counted in those of a segment at that time
     */
    private record Lap(double seconds, double segments) {
    }

    private final int minutes;
    private final Yardstick yardstick;
    private final List<Lap> laps = new ArrayList<>();
    private long since = System.nanoTime();
    private Yardstick.Reading reading;
    private int done;

    Laps(int minutes, Yardstick yardstick) {
        this.minutes = minutes;
        this.yardstick = yardstick;
        this.reading = yardstick.total();
    }

    void minuteIsOver() {
        int before = TENTHS * done / minutes;
        done++;
        if (TENTHS * done / minutes > before) {
            long now = System.nanoTime();
            Yardstick.Reading total = yardstick.total();
            Yardstick.Reading here = total.since(reading);
            double seconds = (now - since) * 1e-9 - here.seconds();
            laps.add(new Lap(seconds, here.measure(seconds)));
            since = now;
            reading = total;
        }
    }

    String seconds() {
        return joined(Lap::seconds);
    }

    String segments() {
        return joined(Lap::segments);
    }

    private String joined(ToDoubleFunction<Lap> figure) {
        return laps.stream().map(lap -> String.format(Locale.ROOT, "%.1f", figure.applyAsDouble(lap)))
                .collect(Collectors.joining(" "));
    }
}
