package app.partita.files;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Saves something a while after it began to change: once for all changes within that time. */
public final class Debounced {

    /** What is done to save it. */
    @FunctionalInterface
    public interface Save {

        /** Throws if it could not be saved; the next change, or the end, tries again. */
        void run() throws Exception;
    }

    /** So long after the first of several changes they are saved. */
    public static final Duration DELAY = Duration.ofMillis(500);

    private static final Logger LOG = System.getLogger(Debounced.class.getName());

    private final ScheduledExecutorService scheduler;
    private final Save save;
    private boolean scheduled;
    private boolean dirty;

    public Debounced(ScheduledExecutorService scheduler, Save save) {
        this.scheduler = scheduler;
        this.save = save;
    }

    /** It changed. */
    public synchronized void changed() {
        dirty = true;
        if (scheduled) {
            return;
        }
        try {
            scheduler.schedule(this::flush, DELAY.toMillis(), TimeUnit.MILLISECONDS);
            scheduled = true;
        } catch (RejectedExecutionException ending) {
            LOG.log(Level.DEBUG, "the program is ending: the change is saved at the end", ending);
        }
    }

    /** Saves now what is not saved yet; one at a time, so that what changed last is what is there in the end. */
    public void flush() {
        synchronized (save) {
            synchronized (this) {
                scheduled = false;
                if (!dirty) {
                    return;
                }
                dirty = false;
            }
            try {
                save.run();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "changes could not be saved", e);
                synchronized (this) {
                    dirty = true;
                }
            }
        }
    }
}
