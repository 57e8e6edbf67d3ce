package app.partita.audio;

import app.partita.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Starts the FFmpeg programs, all in the same surroundings. */
final class Ffmpeg {

    private static final String SCRATCH = "ffmpeg-";
    private static final Duration STALE_AFTER = Duration.ofDays(7);

    private final Programs.Source programs;
    private final Path scratchDir;
    private final Duration patience;
    private final Children children = new Children();
    private final AtomicBoolean swept = new AtomicBoolean();

    /**
     * @param scratchDir where their error streams are kept while they run
     * @param patience   how long one of them may keep its caller waiting before it counts as hung
     */
    Ffmpeg(Programs.Source programs, Path scratchDir, Duration patience) {
        this.programs = programs;
        this.scratchDir = scratchDir;
        this.patience = patience;
    }

    FfmpegProcess ffmpeg(List<String> arguments) throws Fault {
        return ffmpeg(arguments, () -> false);
    }

    /** @param cancelled asked while the programs are unpacked, which is only the first time */
    FfmpegProcess ffmpeg(List<String> arguments, BooleanSupplier cancelled) throws Fault {
        return start(programs.locate(cancelled).ffmpeg(), arguments);
    }

    /** As above. */
    FfmpegProcess ffprobe(List<String> arguments, BooleanSupplier cancelled) throws Fault {
        return start(programs.locate(cancelled).ffprobe(), arguments);
    }

    /** An empty file for the caller to fill and to delete. */
    Path scratchFile(String suffix) throws Fault {
        try {
            Files.createDirectories(scratchDir);
            if (!swept.getAndSet(true)) {
                removeStale();
            }
            return Files.createTempFile(scratchDir, SCRATCH, suffix);
        } catch (IOException e) {
            throw new Fault("No working file can be made in " + scratchDir + ".",
                    "Check that the disk has room and that the folder may be written to.", e);
        }
    }

    /** A path as FFmpeg takes it literally, whatever characters are in it. */
    static String url(Path path) {
        return "file:" + path.toAbsolutePath();
    }

    /** What killed programs left; no song takes so long. Others make and delete files there meanwhile. */
    private void removeStale() {
        Instant old = Instant.now().minus(STALE_AFTER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(scratchDir, SCRATCH + "*.{log,tags}")) {
            for (Path file : files) {
                if (isOlder(file, old)) {
                    deleteQuietly(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            System.getLogger(Ffmpeg.class.getName()).log(System.Logger.Level.DEBUG, "not swept: " + scratchDir, e);
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private FfmpegProcess start(Path program, List<String> arguments) throws Fault {
        Path log = scratchFile(".log");
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("AV_LOG_FORCE_NOCOLOR", "1");
        environment.remove("AV_LOG_FORCE_COLOR");
        environment.remove("FFREPORT");
        // On Linux a library is not looked for where the library that wants it lies, but here.
        environment.merge("LD_LIBRARY_PATH", program.toAbsolutePath().getParent().toString(),
                (others, own) -> others.isEmpty() ? own : others + File.pathSeparator + own);
        try {
            return new FfmpegProcess(builder.start(), log, patience, children);
        } catch (IOException e) {
            deleteQuietly(log);
            throw new Fault("The program " + program + " cannot be started.",
                    "Check that programs may run from that folder, or move Partita's data with PARTITA_HOME.", e);
        }
    }

    /** For files nobody misses if they stay. */
    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Ffmpeg.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + file, e);
        }
    }
}
