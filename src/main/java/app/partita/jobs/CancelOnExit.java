package app.partita.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While open: when the process is asked to end (Ctrl-C, a signal, the system's shutdown), interrupts the work and
 * holds the end back until the work has cleaned up and closed this.
 */
public final class CancelOnExit implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(CancelOnExit.class.getName());

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    public CancelOnExit() {
        hook = new Thread(() -> {
            cancellation.interrupt();
            awaitClose();
        }, "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The wish to stop, for those who work. */
    public Cancellation cancellation() {
        return cancellation;
    }

    private void awaitClose() {
        try {
            closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done and cleaned up. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.log(Level.DEBUG, "the process is ending, the work is cleaned up", ending);
        }
    }
}
