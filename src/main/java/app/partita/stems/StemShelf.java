package app.partita.stems;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The finished stems that are open for listening. Systems that rename no folder with open files want them closed for a
 * moment: they are opened again by the next reader. Safe for use by several threads.
 */
public final class StemShelf {

    /** Something that renames, replaces or deletes stems. */
    @FunctionalInterface
    public interface Change {

        void run() throws Fault;
    }

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<WavStem> open = new ArrayList<>();

    /**
     * Opens a WAV file to be read at any place.
     *
     * @throws Fault if it cannot be read, or is no WAV file whose samples can be read in place
     */
    public WavStem open(Path wav) throws Fault {
        var stem = new WavStem(wav.toAbsolutePath().normalize(), lock.readLock(), this::forget);
        stem.open();
        synchronized (open) {
            open.add(stem);
        }
        return stem;
    }

    /** Closes what is open in a folder, changes it, and only then lets readers open it again: they wait meanwhile. */
    public void whileClosed(Path folder, Change change) throws Fault {
        Path absolute = folder.toAbsolutePath().normalize();
        lock.writeLock().lock();
        try {
            synchronized (open) {
                open.stream().filter(stem -> stem.file().startsWith(absolute)).forEach(WavStem::rest);
            }
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void forget(WavStem stem) {
        synchronized (open) {
            open.remove(stem);
        }
    }
}
