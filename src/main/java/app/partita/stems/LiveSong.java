package app.partita.stems;

import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * A song that is being separated, as far as it is there. When it is done, its work files are kept as long as somebody
 * listens; when it is given up they go at once, and whoever still reads them gets a fault, unless somebody shall go on
 * with it another time. Safe for use by several threads.
 */
public final class LiveSong implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LiveSong.class.getName());

    private final MixtureFile mixture;
    private final StemWorkFile stems;
    private final Wish wish;
    private final WorkFolder folder;
    private int listeners;
    private boolean done;
    private boolean closed;
    private boolean gone;

    /** What the ear wants goes to the engine. */
    @FunctionalInterface
    public interface Wish {

        /** @param frame at the network's rate: what sounds there and after it comes first */
        void wantFirst(long frame);
    }

    private LiveSong(MixtureFile mixture, StemWorkFile stems, WorkFolder folder, Wish wish) {
        this.mixture = mixture;
        this.stems = stems;
        this.folder = folder;
        this.wish = wish;
    }

    /**
     * Starts, or goes on with what was kept in the folder.
     *
     * @param folder closed with this
     * @param kinds  in the order of the network's outputs
     */
    public static LiveSong start(WorkFolder folder, List<StemKind> kinds, int channels, int sampleRate, Wish wish)
            throws Fault {
        try {
            MixtureFile mixture = MixtureFile.create(folder.path().resolve("mixture.f32"), channels);
            try {
                StemWorkFile stems = StemWorkFile.open(folder.path().resolve("stems"), kinds, channels, sampleRate);
                return new LiveSong(mixture, stems, folder, wish);
            } catch (Fault fault) {
                try (mixture) {
                    throw fault;
                }
            }
        } catch (Fault fault) {
            folder.close();
            throw fault;
        }
    }

    /** The song as the network hears it. */
    public MixtureFile mixture() {
        return mixture;
    }

    /** Its stems as far as they are made. */
    public StemWorkFile stems() {
        return stems;
    }

    /** What sounds at {@code frame} and after is made first from now on. */
    public void wantFirst(long frame) {
        wish.wantFirst(frame);
    }

    /** Somebody listens from now on, until {@link #leave}; false if it is too late for that. */
    public synchronized boolean join() {
        if (closed) {
            return false;
        }
        listeners++;
        return true;
    }

    /** Who joined listens no more. */
    public void leave() {
        if (left()) {
            try {
                delete();
            } catch (Fault fault) {
                LOG.log(Level.WARNING, "work files could not be deleted", fault);
            }
        }
    }

    private synchronized boolean left() {
        listeners--;
        return closed && listeners == 0 && goesNow();
    }

    /** The finished stems are in place: listeners may stay where they are. */
    public synchronized void done() {
        done = true;
    }

    /** The separation was interrupted: what is made of the stems stays for the next one who opens the work folder. */
    public void keep() {
        if (stems.keep()) {
            folder.keep();
        }
    }

    /** The separation is over: the files are deleted, unless it is done and somebody listens. */
    @Override
    public void close() throws Fault {
        boolean now;
        synchronized (this) {
            closed = true;
            now = (!done || listeners == 0) && goesNow();
        }
        if (now) {
            delete();
        }
    }

    private boolean goesNow() {
        boolean first = !gone;
        gone = true;
        return first;
    }

    private void delete() throws Fault {
        try (folder; mixture; stems) {
            LOG.log(Level.DEBUG, "the work files of a song go");
        }
    }
}
