package app.partita.stems;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.files.Fsync;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where separations keep their work files: a folder for each, removed at its end, or kept until somebody goes on with
 * it. A folder is locked while it is in use, so that no two processes work in it and those of dead ones can be told.
 * One process uses one instance. Safe for use by several threads.
 */
public final class WorkFolders {

    /** Of the folders that nobody uses, so many are kept, the ones that were used last. */
    static final int MOST_KEPT = 4;
    /** What nobody went on with for so long is not wanted any more. */
    static final Duration KEPT_FOR = Duration.ofDays(14);

    private static final Logger LOG = System.getLogger(WorkFolders.class.getName());
    private static final String LOCK = "in-use";
    private static final String KEYED = "song-";
    private static final String UNIQUE = "job-";

    private final Path root;
    private final Set<Path> own = new HashSet<>();

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
        return open(() -> Optional.empty());
    }

    /**
     * The folder of this key, as it was kept, or a new one; while somebody uses that, a new one of no key.
     *
     * @param key letters and digits
     */
    public WorkFolder open(String key) throws Fault {
        return open(() -> claim(root.resolve(KEYED + key)));
    }

    private WorkFolder open(Work<Optional<WorkFolder>> wanted) throws Fault {
        try {
            return alone(() -> {
                Optional<WorkFolder> found = wanted.run();
                return found.isPresent() ? found.get()
                        : claim(root.resolve(UNIQUE + UUID.randomUUID())).orElseThrow();
            });
        } catch (IOException e) {
            throw FaultKind.NO_WORK_FOLDER.because(e, root);
        }
    }

    /** Removes what dead processes left behind, but for the folders that somebody may go on with. */
    public void removeStale() {
        remove(MOST_KEPT);
    }

    /** Removes all folders that nobody uses. */
    public void removeUnused() {
        remove(0);
    }

    private void remove(int most) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            int removed = alone(() -> removeUnused(most));
            if (removed > 0) {
                LOG.log(Level.INFO, "removed {0} work folders that nobody uses", removed);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "stale work folders could not all be removed", e);
        }
    }

    private int removeUnused(int most) throws IOException {
        int removed = 0;
        int kept = 0;
        Instant oldest = Instant.now().minus(KEPT_FOR);
        for (Path folder : folders()) {
            boolean wanted = kept < most && folder.getFileName().toString().startsWith(KEYED)
                    && lastUse(folder).isAfter(oldest);
            if (wanted) {
                kept++;
            } else if (isUnused(folder)) {
                FileTrees.delete(folder);
                removed++;
            }
        }
        return removed;
    }

    /** The one that was used last comes first. */
    private List<Path> folders() throws IOException {
        record Used(Path folder, Instant when) {}
        List<Used> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, "{" + KEYED + "," + UNIQUE + "}*")) {
            for (Path folder : entries) {
                all.add(new Used(folder, lastUse(folder)));
            }
        }
        return all.stream().sorted(Comparator.comparing(Used::when).reversed()).map(Used::folder).toList();
    }

    private static Instant lastUse(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        return Files.getLastModifiedTime(Files.exists(lock) ? lock : folder).toInstant();
    }

    private boolean isUnused(Path folder) throws IOException {
        // Asking for a lock of one's own process would lose it.
        if (own.contains(folder)) {
            return false;
        }
        if (!Files.exists(folder.resolve(LOCK))) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        }
    }

    /** Empty if somebody uses it. */
    private Optional<WorkFolder> claim(Path folder) throws IOException {
        if (own.contains(folder)) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(LOCK);
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        // Before the lock is taken: this opens and closes the file, which loses every lock of this process on it.
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            return Optional.empty();
        }
        Fsync.folder(root);
        own.add(folder);
        return Optional.of(new WorkFolder(this, folder, lock));
    }

    /** The folder is gone, or free, before another one can claim it. */
    void giveBack(Path folder, FileChannel lock, boolean kept) throws IOException {
        alone(() -> {
            own.remove(folder);
            lock.close();
            if (!kept) {
                FileTrees.delete(folder);
            }
            return folder;
        });
    }

    /** Keeps one process from judging a folder unused that another one is just making. */
    private synchronized <T> T alone(Work<T> work) throws IOException {
        Fsync.createFolders(root);
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
