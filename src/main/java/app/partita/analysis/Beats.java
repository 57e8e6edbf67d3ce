package app.partita.analysis;

import java.util.Arrays;

/**
 * Where a song's beats are.
 *
 * @param bpm     beats a minute, on the whole
 * @param upbeats beats before the first that begins a bar, 0 to 3
 * @param seconds of each beat from the song's start, ascending; two or more
 */
public record Beats(double bpm, int upbeats, double[] seconds) {

    /** Bars are taken to be of four beats. */
    public static final int BEATS_PER_BAR = 4;

    public Beats {
        seconds = seconds.clone();
        if (!(bpm > 0) || upbeats < 0 || upbeats >= BEATS_PER_BAR || seconds.length < 2) {
            throw new IllegalArgumentException(seconds.length + " beats, " + bpm + " a minute, upbeats " + upbeats);
        }
        for (int i = 1; i < seconds.length; i++) {
            if (!(seconds[i] > seconds[i - 1])) {
                throw new IllegalArgumentException("beat " + i + " is not after the one before it");
            }
        }
    }

    /** Beats as even as a metronome's: every beat of a grid through {@code first} that lies in the song. */
    public static Beats steady(double bpm, double first, double songSeconds) {
        double period = 60 / bpm;
        double start = first - Math.floor(first / period) * period;
        return even(bpm, 0, start, Math.max(2, (int) Math.ceil((songSeconds - start) / period)));
    }

    /** That many beats as even as a metronome's, from {@code first} on, in seconds. */
    public static Beats even(double bpm, int upbeats, double first, int count) {
        double[] seconds = new double[Math.max(0, count)];
        for (int i = 0; i < count; i++) {
            seconds[i] = first + i * (60 / bpm);
        }
        return new Beats(bpm, upbeats, seconds);
    }

    /** Whether they are just those that {@link #even} makes. */
    public boolean isEven() {
        return equals(even(bpm, upbeats, seconds[0], seconds.length));
    }

    /** The same beats, with the bars elsewhere. */
    public Beats withUpbeats(int beats) {
        return new Beats(bpm, beats, seconds);
    }

    @Override
    public double[] seconds() {
        return seconds.clone();
    }

    public int count() {
        return seconds.length;
    }

    /** The seconds of one beat. */
    public double at(int beat) {
        return seconds[beat];
    }

    /** Counted half as fast: every second beat, with those that begin a bar. Two beats stay as they are. */
    public Beats halved() {
        int first = upbeats % 2;
        if (seconds.length < first + 3) {
            return this;
        }
        double[] half = new double[(seconds.length - first + 1) / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = seconds[first + 2 * i];
        }
        return new Beats(bpm / 2, upbeats / 2, half);
    }

    /** Counted double as fast: another beat in the middle of any two. */
    public Beats doubled() {
        double[] twice = new double[2 * seconds.length - 1];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = i % 2 == 0 ? seconds[i / 2] : (seconds[i / 2] + seconds[i / 2 + 1]) / 2;
        }
        return new Beats(2 * bpm, 2 * upbeats % BEATS_PER_BAR, twice);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Beats(double tempo, int before, double[] beats)
                && tempo == bpm && before == upbeats && Arrays.equals(beats, seconds);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(seconds) + upbeats) + Double.hashCode(bpm);
    }

    @Override
    public String toString() {
        return "%d beats, %.2f a minute".formatted(seconds.length, bpm);
    }
}
