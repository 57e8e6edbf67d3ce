package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.engine.ModelSpec;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.stems.DiskNeed;
import app.partita.stems.SegmentLog;
import app.partita.stems.StemFolder;
import app.partita.stems.WorkFolder;
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

    private Disk() {
    }

    /** @throws Fault if the job's folder is taken or cannot be made */
    static void requireFolder(Job job) throws Fault {
        StemFolder.sweep(job.folder().getParent());
        StemFolder.check(job.folder(), job.settings().force());
        Path parent = existing(job.folder().getParent());
        if (!Files.isDirectory(parent)) {
            throw FaultKind.IN_THE_WAY.fault(parent);
        }
        if (!Files.isWritable(parent)) {
            throw FaultKind.NOT_WRITABLE.fault(parent);
        }
    }

    /**
     * @param folder for the work files; what is there already needs no room
     * @throws Fault if the song's length is known and there is not the room that it needs
     */
    static void require(Job job, SongInfo song, ModelSpec spec, WorkFolder folder) throws Fault {
        DiskNeed need = DiskNeed.of(SongLength.seconds(song), song.sampleRate(), song.channels(),
                spec.sampleRate(), spec.stems().size(), job.settings().format())
                .withSegments(job.settings().options().segmentsAtOnce() + SegmentLog.MOST_WAITING,
                        (long) spec.stems().size() * spec.channels() * spec.segmentFrames())
                .without(folder.bytes());
        try {
            Path work = folder.path();
            Path output = existing(job.folder());
            FileStore workStore = Files.getFileStore(work);
            FileStore outputStore = Files.getFileStore(output);
            if (workStore.equals(outputStore)) {
                require(job, outputStore, output, need.workBytes() + need.outputBytes(), FaultKind.NO_ROOM);
            } else {
                require(job, workStore, work, need.workBytes(), FaultKind.NO_ROOM_FOR_WORK);
                require(job, outputStore, output, need.outputBytes(), FaultKind.NO_ROOM);
            }
        } catch (Fault tooSmall) {
            throw tooSmall;
        } catch (IOException e) {
            throw new Fault("The free space for the stems of " + job.song() + " cannot be told.",
                    "Check whether the disk is connected, or choose another folder.", e);
        }
    }

    private static void require(Job job, FileStore store, Path folder, long bytes, FaultKind tooSmall)
            throws IOException {
        long free = store.getUsableSpace();
        if (free < bytes) {
            throw tooSmall.fault(job.song(), readable(bytes), folder, readable(free));
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
