package app.partita.ui.player;

import app.partita.audio.peaks.PeakPyramid;
import app.partita.jobs.Job;
import app.partita.jobs.SongFacts;
import app.partita.player.MixerState;
import app.partita.player.SongSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A song that the player took in.
 *
 * @param job   its row
 * @param origin where its sound comes from
 * @param mixer how a person left it
 * @param music what is known of its tempo and key
 * @param peaks the pyramids of its stems and, last, of the original, if they are known from before; else none
 * @param keep  given these once they are whole, in the background
 */
public record OpenedSong(Job job, SongSource source, Origin origin, MixerState mixer, Music music,
                         List<PeakPyramid> peaks, Consumer<List<PeakPyramid>> keep) {

    /** What of a song there is to be heard, the better the later. */
    public enum Origin {
        /** The song alone. */
        SONG,
        /** Stems that are being made. */
        LIVE,
        /** Stems that are done. */
        FINISHED
    }

    public OpenedSong {
        peaks = List.copyOf(peaks);
    }

    /** The tag's title, or the file's name. */
    public String title() {
        return job.facts().map(SongFacts::title).filter(title -> !title.isBlank()).orElseGet(() -> withoutEnding(job.name()));
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A lane as a file that is there already: the song itself, and stems that are done. */
    public Optional<Path> file(Lane lane) {
        if (lane.isOriginal()) {
            return Optional.of(job.song());
        }
        return lane.kind().filter(kind -> origin == Origin.FINISHED).map(kind ->
                job.folder().resolve(kind.id() + "." + job.settings().format().extension()));
    }

    /** How many tracks it has: its stems, and the original. */
    int tracks() {
        return source.stems().size() + 1;
    }
}
