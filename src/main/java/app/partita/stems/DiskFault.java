package app.partita.stems;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** What a person is told when a disk refuses. */
final class DiskFault {

    /** With less, not one block of a stem can be written. */
    private static final int LEAST_ROOM = 1 << 16;

    private DiskFault() {
    }

    /** For a file or folder that could not be written. */
    static Fault writing(Path path, Exception cause) {
        String reason = reason(cause);
        if (reason.contains("no space left") || reason.contains("not enough space") || isFull(path)) {
            return FaultKind.DISK_FULL.because(cause, path);
        }
        if (reason.contains("quota")) {
            return FaultKind.QUOTA_USED_UP.because(cause, path);
        }
        if (cause instanceof ReadOnlyFileSystemException || reason.contains("read-only") || isReadOnly(path)) {
            return FaultKind.DISK_READ_ONLY.because(cause, path);
        }
        if (cause instanceof AccessDeniedException || reason.contains("permission denied")
                || reason.contains("not permitted")) {
            return FaultKind.NOT_WRITABLE.because(cause, path);
        }
        if (cause instanceof NoSuchFileException || reason.contains("no such file")) {
            return FaultKind.FOLDER_GONE.because(cause, path);
        }
        return new Fault(path + " cannot be written: " + tell(cause), "Check the disk, then try again.", cause);
    }

    /** For a file that could not be read back. */
    static Fault reading(Path path, IOException cause) {
        return new Fault(path + " cannot be read: " + tell(cause),
                "Check that the disk is still connected, then try again.", cause);
    }

    /** The system's words for it are in the language of its user. */
    private static boolean isFull(Path path) {
        return ofDisk(path, disk -> disk.getUsableSpace() < LEAST_ROOM);
    }

    private static boolean isReadOnly(Path path) {
        return ofDisk(path, FileStore::isReadOnly);
    }

    private static boolean ofDisk(Path path, Question question) {
        Path there = path.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return question.asked(Files.getFileStore(there));
        } catch (IOException gone) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Question {

        boolean asked(FileStore disk) throws IOException;
    }

    private static String reason(Exception cause) {
        return tell(cause).toLowerCase(Locale.ROOT);
    }

    private static String tell(Exception cause) {
        if (cause instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
