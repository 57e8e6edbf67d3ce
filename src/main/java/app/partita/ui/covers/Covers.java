package app.partita.ui.covers;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the pictures that are embedded in songs. */
@FunctionalInterface
public interface Covers {

    /**
     * The song's picture as an encoded image, empty if there is none. Reads the file, so not for a thread that draws.
     *
     * @param size width and height that suffice, in pixels
     */
    Optional<byte[]> of(Path song, int size) throws Fault;
}
