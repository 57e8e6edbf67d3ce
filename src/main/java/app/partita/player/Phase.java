package app.partita.player;

/** What the player does. */
public enum Phase {
    /** There is no song. */
    EMPTY,
    /** At the start of a song, or where a person went while nothing played. */
    STOPPED,
    /** A bar is counted before the song goes on. */
    COUNTING_IN,
    PLAYING,
    /** It would play, but what comes next is not there yet; it goes on by itself. */
    WAITING,
    PAUSED;

    /** Whether a person has set it going. */
    public boolean isGoing() {
        return this == COUNTING_IN || this == PLAYING || this == WAITING;
    }
}
