package app.partita.jobs;

import app.partita.stems.StemNames;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes waiting jobs of songs, each with a folder of its own. */
public final class JobPlanner {

    private static final String BESIDE = " - stems";

    private final StemNames names = new StemNames();
    private final InstantSource clock;

    public JobPlanner(InstantSource clock) {
        this.clock = clock;
    }

    /** A job for a song of a batch, for use by one thread; songs whose folders would have one name get different ones. */
    public Job plan(Path song, JobSettings settings) {
        return Job.waiting(UUID.randomUUID().toString(), song, folder(song, settings), settings, clock.instant());
    }

    /** A job for a song of a queue, with the first folder that is not taken. */
    Job plan(JobSource source, long rank, JobSettings settings, Predicate<Path> taken) {
        return Job.waiting(UUID.randomUUID().toString(), rank, source, freeFolder(source, settings, taken), settings,
                clock.instant());
    }

    /** The folder that a job for this song would get now. */
    Path freeFolder(JobSource source, JobSettings settings, Predicate<Path> taken) {
        Path song = source.path();
        return settings.parent()
                .map(parent -> StemNames.freeFolder(parent, song, "", taken))
                .orElseGet(() -> StemNames.freeFolder(song.getParent(), song, BESIDE, taken));
    }

    private Path folder(Path song, JobSettings settings) {
        Path absolute = song.toAbsolutePath().normalize();
        return settings.parent()
                .map(parent -> names.folderFor(parent.toAbsolutePath().normalize(), absolute))
                .orElseGet(() -> names.folderFor(absolute.getParent(), absolute, BESIDE));
    }
}
