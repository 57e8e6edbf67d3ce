package app.partita.stems;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Where separations keep their work files: a folder for each, removed at its end. A folder is locked while its process
 * lives, so that those of dead processes can be told and removed.
 */
public final class WorkFolders {

    private static final Logger LOG = System.getLogger(WorkFolders.class.getName());
    private static final String LOCK = "in-use";

    private final Path root;

    /** @param root holds nothing else; created when it is needed */
    public WorkFolders(Path root) {
        this.root = root;
    }

    /** Where the folders are. */
    public Path root() {
        return root;
    }

    /** A new, empty folder. */
    public WorkFolder open() throws Fault {
        try {
            return alone(() -> {
                Path folder = Files.createDirectory(root.resolve("job-" + UUID.randomUUID()));
                FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
                lock.lock();
                return new WorkFolder(folder, lock);
            });
        } catch (IOException e) {
            throw FaultKind.NO_WORK_FOLDER.because(e, root);
        }
    }

    /** Removes the folders that dead processes left behind. */
    public void removeStale() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            int removed = alone(this::removeAllStale);
            if (removed > 0) {
                LOG.log(Level.INFO, "removed {0} work folders of processes that are gone", removed);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "stale work folders could not all be removed", e);
        }
    }

    private int removeAllStale() throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "job-*")) {
            for (Path folder : folders) {
                if (isStale(folder)) {
                    FileTrees.delete(folder);
                    removed++;
                }
            }
        }
        return removed;
    }

    private static boolean isStale(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
             FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    /** Keeps one process from judging a folder stale that another one is just making. */
    private synchronized <T> T alone(Work<T> work) throws IOException {
        Files.createDirectories(root);
        try (FileChannel gate = FileChannel.open(root.resolve(".gate"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            gate.lock();
            return work.run();
        }
    }

    @FunctionalInterface
    private interface Work<T> {

        T run() throws IOException;
    }
}
