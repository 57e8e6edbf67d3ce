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

    /** Its length in frames. */
    public long frames() {
        return to - from;
    }
}
