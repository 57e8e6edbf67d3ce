package app.partita.player;

/** What is heard of a song. */
public enum Heard {
    /** The mix of its stems. */
    STEMS,
    /** The song as it was. */
    ORIGINAL
}
