package app.partita.stems;

import java.util.Locale;

/** What one stem of a song holds; the first four are those of HTDemucs v4, in no particular order. */
public enum StemKind {
    DRUMS,
    BASS,
    OTHER,
    VOCALS,
    GUITAR,
    PIANO;

    /** The name in file names and in the model's source list, such as {@code vocals}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
