package app.partita.stems;

import app.partita.fault.Fault;
import java.nio.file.Path;

/**
 * The folder of a song's finished stems, which appears whole or not at all: files are written into a hidden folder
 * beside it, flushed, and then take its place by one rename.
 */
public final class StemFolder implements AutoCloseable {

    private StemFolder() {
    }

    /**
     * Starts a hidden folder.
     *
     * @param target where the folder shall appear; missing parents are created
     * @param force  whether an existing folder is replaced; the old one stays until the new one is in place
     * @throws Fault if {@code target} exists and {@code force} is false, or it cannot be written there
     */
    public static StemFolder start(Path target, boolean force) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Where the folder will appear. */
    public Path target() {
        throw new UnsupportedOperationException();
    }

    /** A file of the hidden folder. */
    public Path file(String name) {
        throw new UnsupportedOperationException();
    }

    /** Flushes the files and lets the folder appear. */
    public void publish() throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Without {@link #publish}: deletes all that was written, and the parents that were made for it. */
    @Override
    public void close() throws Fault {
        throw new UnsupportedOperationException();
    }
}
