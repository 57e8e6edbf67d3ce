package app.partita.ui.player;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import app.partita.jobs.Job;
import app.partita.jobs.JobResult;
import app.partita.player.BeatGrid;
import java.util.Arrays;
import java.util.Optional;

/** What is known of a song's beats and key, as it was recorded. */
public record Music(Optional<Beats> beats, Optional<MusicalKey> key) {

    public static final Music UNKNOWN = new Music(Optional.empty(), Optional.empty());

    /** What was found when the stems were made. */
    static Music of(Job job) {
        return job.run().result().map(JobResult::findings).map(found -> new Music(found.tempo(), found.key()))
                .orElse(UNKNOWN);
    }

    public Music withBeats(Beats known) {
        return new Music(Optional.of(known), key);
    }

    public Music withKey(MusicalKey known) {
        return new Music(beats, Optional.of(known));
    }

    /** What the player clicks and counts: from the first bar on. */
    Optional<BeatGrid> grid() {
        return beats.filter(known -> known.count() - known.upbeats() >= 2).map(known -> new BeatGrid(
                Arrays.copyOfRange(known.seconds(), known.upbeats(), known.count()), Beats.BEATS_PER_BAR));
    }
}
