package app.partita.jobs;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something a person should know that belongs to no single row.
 *
 * @param kind  what
 * @param files what it is about; all of them in one notice
 * @param fault why, where there is a reason to tell
 */
public record Notice(Kind kind, List<Path> files, Optional<Fault> fault) {

    public Notice {
        files = List.copyOf(files);
    }

    Notice(Kind kind, List<Path> files) {
        this(kind, files, Optional.empty());
    }

    /** What a notice is about. */
    public enum Kind {
        /** Dropped files that hold no sound. */
        NOT_AUDIO,
        /** Dropped files and folders that could not be read. */
        UNREADABLE,
        /** Files of jobs that could not be understood; these are where they were put aside. */
        DAMAGED_JOBS,
        /** Files of jobs that a newer version of the program wrote; they are shown and left as they are. */
        NEWER_JOBS,
        /** The file with the order of the queue could not be understood; this is where it was put aside. */
        DAMAGED_ORDER,
        /** A job's file could not be written: the row is right, but would not survive the end of the program. */
        NOT_SAVED
    }
}
