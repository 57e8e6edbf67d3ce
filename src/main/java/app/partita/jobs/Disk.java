package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.engine.ModelSpec;
import app.partita.fault.Fault;
import app.partita.stems.DiskNeed;
import app.partita.stems.StemFolder;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;

/** Refuses before the work what could only fail after it: a folder that is taken, a disk that is too small. */
final class Disk {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final String OTHER_FOLDER = "Make room there, or choose another folder.";
    private static final String OTHER_HOME = "Make room there, or set PARTITA_HOME to a folder on another disk.";

    private Disk() {
    }

    /** @throws Fault if the job's folder is taken or cannot be made */
    static void requireFolder(Job job) throws Fault {
        StemFolder.sweep(job.folder().getParent());
        StemFolder.check(job.folder(), job.settings().force());
        Path parent = existing(job.folder().getParent());
        if (!Files.isDirectory(parent)) {
            throw new Fault(parent + " is in the way: it is not a folder.", "Move it, or choose another folder.");
        }
        if (!Files.isWritable(parent)) {
            throw new Fault("The folder " + parent + " may not be written.",
                    "Choose another folder, one that you may write to.");
        }
    }

    /** @throws Fault if the song's length is known and there is not the room that it needs */
    static void require(Job job, SongInfo song, ModelSpec spec, Path workRoot) throws Fault {
        DiskNeed need = DiskNeed.of(SongLength.seconds(song), song.sampleRate(), song.channels(),
                spec.sampleRate(), spec.stems().size(), job.settings().format())
                .withSegments(job.settings().options().segmentsAtOnce(),
                        (long) spec.stems().size() * spec.channels() * spec.segmentFrames());
        try {
            Path work = existing(workRoot);
            Path output = existing(job.folder());
            FileStore workStore = Files.getFileStore(work);
            FileStore outputStore = Files.getFileStore(output);
            if (workStore.equals(outputStore)) {
                require(job, outputStore, output, need.workBytes() + need.outputBytes(), OTHER_FOLDER);
            } else {
                require(job, workStore, work, need.workBytes(), OTHER_HOME);
                require(job, outputStore, output, need.outputBytes(), OTHER_FOLDER);
            }
        } catch (Fault tooSmall) {
            throw tooSmall;
        } catch (IOException e) {
            throw new Fault("The free space for the stems of " + job.song() + " cannot be told.",
                    "Check whether the disk is connected, or choose another folder.", e);
        }
    }

    private static void require(Job job, FileStore store, Path folder, long bytes, String nextStep)
            throws IOException {
        long free = store.getUsableSpace();
        if (free < bytes) {
            throw new Fault(job.song() + " needs " + readable(bytes) + " in " + folder + ", where " + readable(free)
                    + " are free.", nextStep);
        }
    }

    private static String readable(long bytes) {
        return bytes < GIB ? bytes / MIB + " MiB" : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
    }

    /** The path, or the nearest folder above it that is there. */
    static Path existing(Path path) {
        Path folder = path.toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        return folder;
    }
}
