package app.partita.jobs;

import app.partita.stems.FinishedStems;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** What is kept of finished stems: their names and, if they are counted, checksums. */
public enum Checksums {
    /** Names only. */
    NONE,
    /** The SHA-256 of the song and of each stem. */
    SHA256;

    private static final Logger LOG = System.getLogger(Checksums.class.getName());
    private static final int BUFFER = 1 << 18;

    /**
     * The result of a job.
     *
     * @param folder   where the stems are now
     * @param progress told often how much is counted, 0 to 1; may throw to end it
     */
    JobResult of(Path song, Path folder, FinishedStems finished, DoubleConsumer progress) {
        if (this == NONE) {
            return result(finished, _ -> Optional.empty(), Optional.empty());
        }
        List<Path> files = new ArrayList<>();
        files.add(song);
        finished.files().values().forEach(file -> files.add(folder.resolve(file.getFileName())));
        Counter counter = new Counter(files.stream().mapToLong(Counter::size).sum(), progress);
        return result(finished, file -> counter.count(folder.resolve(file)), counter.count(song));
    }

    /** Whether a folder holds the stems of that result, byte for byte, as far as they were counted. */
    static boolean confirm(JobResult result, Path folder) {
        Counter counter = new Counter(0, _ -> { });
        return !result.stems().isEmpty() && result.stems().stream().allMatch(stem -> stem.sha256().isPresent()
                && Files.isRegularFile(folder.resolve(stem.name()))
                && counter.count(folder.resolve(stem.name())).equals(stem.sha256()));
    }

    private static JobResult result(FinishedStems finished, Function<Path, Optional<String>> checksum,
                                    Optional<String> ofSong) {
        return new JobResult(ofSong, finished.files().entrySet().stream()
                .map(stem -> new StemFile(stem.getKey(), stem.getValue().getFileName().toString(),
                        checksum.apply(stem.getValue().getFileName())))
                .toList());
    }

    /** Counts file after file. */
    private static final class Counter {

        private final long total;
        private final DoubleConsumer progress;
        private long done;

        Counter(long total, DoubleConsumer progress) {
            this.total = total;
            this.progress = progress;
        }

        static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "no size of " + file, e);
                return 0;
            }
        }

        /** Empty if it cannot be read, which is no reason to lose the stems. */
        Optional<String> count(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] buffer = new byte[BUFFER];
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    digest.update(buffer, 0, got);
                    done += got;
                    progress.accept(Math.min(1, (double) done / Math.max(1, total)));
                }
                return Optional.of(HexFormat.of().formatHex(digest.digest()));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "no checksum of a song or a stem", e);
                return Optional.empty();
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }
}
