package app.partita.engine.weights;

import app.partita.fault.Fault;
import app.partita.files.WholeFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * The SHA-256 of weights files, remembered as long as a file looks the same (its size, its time, and which file it is):
 * to count it takes twice as long as to load a network.
 */
public final class WeightsDigests {

    private static final Logger LOG = System.getLogger(WeightsDigests.class.getName());
    private static final String ENDING = ".sha256";

    /** A file that was changed just now may be changed again within the same tick of the disk's clock. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Path folder;

    /** @param folder where the digests are remembered, one small file each */
    public WeightsDigests(Path folder) {
        this.folder = folder;
    }

    /** The file's SHA-256 in lower-case hexadecimal. */
    public String of(Path weights) throws Fault {
        Path note = folder.resolve(weights.getFileName() + ENDING);
        String looks = looks(weights);
        String known = read(note);
        if (known.endsWith(looks) && !looks.isEmpty()) {
            return known.substring(0, known.length() - looks.length());
        }
        String digest = WeightsFile.sha256(weights);
        if (!looks.isEmpty() && looks.equals(looks(weights))) {
            write(note, digest + looks);
        }
        return digest;
    }

    /** What a file looks like; nothing if it cannot be said, or not be relied upon. */
    private static String looks(Path weights) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(weights, BasicFileAttributes.class);
            Instant changed = attributes.lastModifiedTime().toInstant();
            return changed.isAfter(Instant.now().minus(SETTLED)) ? ""
                    : " %d %s %s %s".formatted(attributes.size(), changed, attributes.fileKey(), weights.toAbsolutePath());
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String read(Path note) {
        try {
            return Files.exists(note) ? Files.readString(note) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void write(Path note, String content) {
        try {
            WholeFile.write(note, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The digest of the weights could not be kept: later starts take longer", e);
        }
    }
}
