package app.partita.jobs;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The song of a job.
 *
 * @param path  the file
 * @param stamp as it was when the job was queued; empty if it could not be asked
 */
public record JobSource(Path path, Optional<FileStamp> stamp) {

    /** The file at this path as it is now. */
    public static JobSource of(Path path) {
        return new JobSource(path, FileStamp.of(path));
    }

    /** The file's name, as it is shown. */
    public String name() {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }
}
