package app.partita.jobs;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import java.util.Optional;

/**
 * What was found out about a song by hearing it.
 *
 * @param tempo its beats; empty if none were found
 * @param key   empty if none was found
 */
public record Findings(Optional<Beats> tempo, Optional<MusicalKey> key) {

    /** Nothing was found. */
    public static final Findings NONE = new Findings(Optional.empty(), Optional.empty());
}
