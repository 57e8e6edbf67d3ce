package app.partita.player;

import java.util.Arrays;

/**
 * Where a song's beats are, for the metronome and the count-in.
 *
 * @param seconds     of each beat from the song's start, ascending
 * @param beatsPerBar for the count-in; the first beat of the list begins a bar
 */
public record BeatGrid(double[] seconds, int beatsPerBar) {

    public BeatGrid {
        seconds = seconds.clone();
        for (int i = 1; i < seconds.length; i++) {
            if (!(seconds[i] > seconds[i - 1])) {
                throw new IllegalArgumentException("beat " + i + " is not after the one before it");
            }
        }
        if (seconds.length < 2 || beatsPerBar < 1) {
            throw new IllegalArgumentException(seconds.length + " beats, " + beatsPerBar + " a bar");
        }
    }

    @Override
    public double[] seconds() {
        return seconds.clone();
    }

    /** How many beats there are. */
    public int count() {
        return seconds.length;
    }

    /** The seconds of one beat. */
    public double at(int beat) {
        return seconds[beat];
    }

    /** The first beat at or after a place; {@link #count} if there is none. */
    public int firstFrom(double second) {
        int found = Arrays.binarySearch(seconds, second);
        return found >= 0 ? found : -found - 1;
    }

    /** The seconds between beats around a place. */
    public double interval(double second) {
        int next = Math.clamp(firstFrom(second), 1, seconds.length - 1);
        return seconds[next] - seconds[next - 1];
    }

    /** Whether a beat is the first of its bar. */
    public boolean beginsBar(int beat) {
        return beat % beatsPerBar == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BeatGrid(double[] beats, int bar) && bar == beatsPerBar
                && Arrays.equals(beats, seconds);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(seconds) + beatsPerBar;
    }

    @Override
    public String toString() {
        return seconds.length + " beats, " + beatsPerBar + " a bar";
    }
}
