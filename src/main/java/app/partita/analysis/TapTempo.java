package app.partita.analysis;

import java.util.Optional;

/** The tempo that someone taps. Immutable: each tap makes the next one. */
public final class TapTempo {

    /** After so long a pause tapping begins anew. */
    private static final double PAUSE_SECONDS = 2.5;

    private static final double SLOWEST = 25;
    private static final double FASTEST = 400;

    /** Nobody has tapped yet. */
    public static final TapTempo NONE = new TapTempo(0, 0, 0);

    private final int taps;
    private final double first;
    private final double last;

    private TapTempo(int taps, double first, double last) {
        this.taps = taps;
        this.first = first;
        this.last = last;
    }

    /** @param seconds when it is tapped, on any clock that goes on evenly; best the time of the song heard then */
    public TapTempo tapped(double seconds) {
        boolean goesOn = taps > 0 && seconds > last && seconds - last < PAUSE_SECONDS;
        return goesOn ? new TapTempo(taps + 1, first, seconds) : new TapTempo(1, seconds, seconds);
    }

    public int taps() {
        return taps;
    }

    /** Beats a minute, from the second tap on, if anyone could play that. */
    public Optional<Double> bpm() {
        double bpm = taps < 2 ? 0 : 60 * (taps - 1) / (last - first);
        return bpm >= SLOWEST && bpm <= FASTEST ? Optional.of(bpm) : Optional.empty();
    }

    /** The last tap, on the clock of the taps: where a beat is. */
    public double lastTap() {
        return last;
    }
}
