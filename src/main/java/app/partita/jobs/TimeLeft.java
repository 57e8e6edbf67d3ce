package app.partita.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Guesses from the pace so far how long the rest will take. The pace is that of the latter part of what is done: the
 * first segments are slower, since the virtual machine is still compiling.
 */
final class TimeLeft {

    private static final int WARM_SEGMENTS = 3;
    private static final Duration WARM_TIME = Duration.ofSeconds(5);
    /** This part of what is done is left out of the pace. */
    private static final double WARM_PART = 0.6;
    private static final double GRAIN = 0.001;
    /** Saving takes about this part of the time that separating took. */
    private static final double SAVING_SHARE = 0.04;

    private record Reading(Instant time, double fraction) {
    }

    private final List<Reading> readings = new ArrayList<>();
    private Instant savingBegan;
    private int segments;

    /** Separating, or its next part, begins or has come to {@code fraction}. */
    void separated(Instant now, int segmentsDone, double fraction) {
        segments = Math.max(segments, segmentsDone);
        if (!readings.isEmpty() && fraction <= readings.getLast().fraction()) {
            return;
        }
        // However long the song, there are not more readings than there are grains.
        if (readings.size() > 1 && fraction - readings.get(readings.size() - 2).fraction() < GRAIN) {
            readings.removeLast();
        }
        readings.add(new Reading(now, fraction));
    }

    /** So much is here without any work: the pace is that of the rest. */
    void resumed(Instant now, double fraction) {
        readings.clear();
        readings.add(new Reading(now, fraction));
    }

    /** How many readings are kept. */
    int readings() {
        return readings.size();
    }

    Optional<Duration> whileSeparating(Instant now) {
        if (readings.size() < 2) {
            return Optional.empty();
        }
        Duration worked = Duration.between(readings.getFirst().time(), now);
        if (segments < WARM_SEGMENTS && worked.compareTo(WARM_TIME) < 0) {
            return Optional.empty();
        }
        Reading last = readings.getLast();
        Reading middle = readings.getFirst();
        double warm = middle.fraction() + WARM_PART * (last.fraction() - middle.fraction());
        for (Reading reading : readings) {
            if (reading.fraction() <= warm) {
                middle = reading;
            }
        }
        double pace = seconds(middle.time(), last.time()) / (last.fraction() - middle.fraction());
        double sinceLast = seconds(last.time(), now);
        double rest = Math.max(0, pace * (1 - last.fraction()) - sinceLast);
        double saving = SAVING_SHARE * (seconds(readings.getFirst().time(), now) + rest);
        return Optional.of(rounded(rest + saving));
    }

    Optional<Duration> whileSaving(Instant now, double fraction) {
        if (savingBegan == null) {
            savingBegan = now;
        }
        if (fraction <= 0) {
            return whileSeparating(now);
        }
        return Optional.of(rounded(seconds(savingBegan, now) * (1 - fraction) / fraction));
    }

    /** As coarse as such a guess is: 5 s below a minute, 10 s below two, minutes below an hour, 5 minutes above. */
    static Duration rounded(double seconds) {
        double grain = seconds < 60 ? 5 : seconds < 120 ? 10 : seconds < 3600 ? 60 : 300;
        return Duration.ofSeconds((long) (Math.max(1, Math.rint(seconds / grain)) * grain));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
