package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.engine.ModelSpec;
import app.partita.fault.Fault;
import app.partita.stems.DiskNeed;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Refuses before the work what could only fail after it: a folder that is taken, a disk that is too small. */
final class Disk {

    private static final double GIB = 1L << 30;
    private static final String OTHER_FOLDER = "make room there, or choose another folder with -o";

    private Disk() {
    }

    static void refuseExisting(Job job) throws Fault {
        if (!job.settings().force() && Files.exists(job.folder(), LinkOption.NOFOLLOW_LINKS)) {
            throw new Fault("the folder " + job.folder() + " is there already",
                    "use --force to replace it, or -o to choose another place");
        }
    }

    /** @throws Fault if the song's length is known and there is not the room that it needs */
    static void require(Job job, SongInfo song, ModelSpec spec, Path workRoot) throws Fault {
        double seconds = song.declaredFrames().isPresent()
                ? (double) song.declaredFrames().getAsLong() / song.sampleRate()
                : song.estimatedSeconds().orElse(0);
        DiskNeed need = DiskNeed.of(seconds, song.sampleRate(), song.channels(), spec.sampleRate(),
                spec.stems().size(), job.settings().format());
        try {
            Path work = existing(workRoot);
            Path output = existing(job.folder());
            FileStore workStore = Files.getFileStore(work);
            FileStore outputStore = Files.getFileStore(output);
            if (workStore.equals(outputStore)) {
                require(job, outputStore, output, need.workBytes() + need.outputBytes());
            } else {
                require(job, workStore, work, need.workBytes());
                require(job, outputStore, output, need.outputBytes());
            }
        } catch (Fault tooSmall) {
            throw tooSmall;
        } catch (IOException e) {
            throw new Fault("the free space for " + job.name() + " cannot be told (" + e.getMessage() + ")",
                    "see that the disk is there, or choose another folder with -o", e);
        }
    }

    private static void require(Job job, FileStore store, Path folder, long bytes) throws IOException {
        long free = store.getUsableSpace();
        if (free < bytes) {
            throw new Fault("%s needs %.1f GiB in %s, where %.1f GiB are free"
                    .formatted(job.name(), bytes / GIB, folder, free / GIB), OTHER_FOLDER);
        }
    }

    private static Path existing(Path path) {
        Path folder = path.toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }
}
