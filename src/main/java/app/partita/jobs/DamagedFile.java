package app.partita.jobs;

import java.io.IOException;

/** A file of the program's own that cannot be understood. */
final class DamagedFile extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedFile(String why, Throwable cause) {
        super(why, cause);
    }
}
