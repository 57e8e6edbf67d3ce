package app.partita.jobs;

import app.partita.stems.StemNames;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;

/** Makes waiting jobs of songs, each with a folder of its own. For use by one thread. */
public final class JobPlanner {

    private static final String BESIDE = " - stems";

    private final StemNames names = new StemNames();
    private final InstantSource clock;

    public JobPlanner(InstantSource clock) {
        this.clock = clock;
    }

    /** A job for a song; songs whose folders would have one name get different ones. */
    public Job plan(Path song, JobSettings settings) {
        return Job.waiting(UUID.randomUUID().toString(), song, folder(song, settings), settings, clock.instant());
    }

    private Path folder(Path song, JobSettings settings) {
        Path absolute = song.toAbsolutePath().normalize();
        return settings.parent()
                .map(parent -> names.folderFor(parent.toAbsolutePath().normalize(), absolute))
                .orElseGet(() -> names.folderFor(absolute.getParent(), absolute, BESIDE));
    }
}
