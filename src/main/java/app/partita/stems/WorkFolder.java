package app.partita.stems;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The work folder of one separation, locked as long as this is open. */
public final class WorkFolder implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkFolder.class.getName());

    private final Path path;
    private final FileChannel lock;

    WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    public Path path() {
        return path;
    }

    /** Deletes the folder with all that is in it; what resists is left to {@link WorkFolders#removeStale}. */
    @Override
    public void close() {
        try {
            lock.close();
            FileTrees.delete(path);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the work folder " + path + " could not be removed", e);
        }
    }
}
