package app.partita.ui.player;

import app.partita.fault.Fault;
import app.partita.jobs.Job;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Has songs opened, and lets go of those that nobody waits for any more; for the thread that draws. */
final class Opening {

    private final SongOpener opener;
    private final Consumer<Fault> failed;
    private Optional<Job> wanted = Optional.empty();

    Opening(SongOpener opener, Consumer<Fault> failed) {
        this.opener = opener;
        this.failed = failed;
    }

    /** @param shown gets the song, unless another one was asked for in the meantime */
    void open(Job job, Consumer<OpenedSong> shown) {
        wanted = Optional.of(job);
        opener.open(job, opened -> {
            if (wanted.filter(now -> now == job).isEmpty()) {
                opened.source().close();
                return;
            }
            wanted = Optional.empty();
            shown.accept(opened);
        }, fault -> {
            wanted = Optional.empty();
            failed.accept(fault);
        });
    }

    /**
     * Looks whether there is more of a song that is open.
     *
     * @param better whether that is more
     * @param taken  gets it then
     */
    void openAgain(Job job, Predicate<OpenedSong> better, Consumer<OpenedSong> taken) {
        opener.open(job, opened -> {
            if (better.test(opened)) {
                taken.accept(opened);
            } else {
                opened.source().close();
            }
        }, failed);
    }
}
