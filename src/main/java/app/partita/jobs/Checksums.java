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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
     * @param cancelled when it answers true, checksums not counted yet are left out: the stems are in place already
     */
    JobResult of(Path song, FinishedStems finished, BooleanSupplier cancelled) {
        List<StemFile> stems = finished.files().entrySet().stream()
                .map(entry -> new StemFile(entry.getKey(), entry.getValue().getFileName().toString(),
                        checksum(finished.folder().resolve(entry.getValue()), cancelled)))
                .toList();
        return new JobResult(checksum(song, cancelled), stems);
    }

    private Optional<String> checksum(Path file, BooleanSupplier cancelled) {
        if (this == NONE) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                digest.update(buffer, 0, got);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no checksum of " + file, e);
            return Optional.empty();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
