package app.partita.stems;

import app.partita.fault.Fault;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The work folder of one separation, locked as long as this is open. */
public final class WorkFolder implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkFolder.class.getName());

    private final WorkFolders owner;
    private final Path path;
    private final FileChannel lock;
    private volatile boolean kept;

    WorkFolder(WorkFolders owner, Path path, FileChannel lock) {
        this.owner = owner;
        this.path = path;
        this.lock = lock;
    }

    public Path path() {
        return path;
    }

    /** How many bytes its files take. */
    public long bytes() throws Fault {
        try {
            return FileTrees.bytes(path);
        } catch (IOException cause) {
            throw DiskFault.reading(path, cause);
        }
    }

    /** It stays when this is closed, for the next one who opens it under its key. */
    public void keep() {
        kept = true;
    }

    /**
     * Gives the folder back and, unless it is kept, deletes it with all that is in it; what resists is left to
     * {@link WorkFolders#removeStale}.
     */
    @Override
    public void close() {
        try {
            owner.giveBack(path, lock, kept);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the work folder " + path + " could not be removed", e);
        }
    }
}
