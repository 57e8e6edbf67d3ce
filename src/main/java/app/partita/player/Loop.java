package app.partita.player;

/**
 * The frames {@code from} to before {@code to} are played over and over.
 *
 * @param from 0 or more
 * @param to   above {@code from}
 */
public record Loop(long from, long to) {

    public Loop {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("loop from " + from + " to " + to);
        }
    }

    /** The same place of the song at another rate. */
    public Loop scaled(double rate) {
        long start = Math.round(from * rate);
        return new Loop(start, Math.max(start + 1, Math.round(to * rate)));
    }

    /** Its length in frames. */
    public long frames() {
        return to - from;
    }
}
