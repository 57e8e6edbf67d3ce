package app.partita.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * By what a file is known again without reading it.
 *
 * @param bytes    its size
 * @param modified when it was last written
 */
public record FileStamp(long bytes, Instant modified) {

    /** The stamp of a file as it is now; empty if it is not there or is no file. */
    public static Optional<FileStamp> of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new FileStamp(attributes.size(), attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException notReadable) {
            return Optional.empty();
        }
    }
}
