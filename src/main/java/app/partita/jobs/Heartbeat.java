package app.partita.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Beats while it is open, so that a job's clocks go on through what cannot tell how far it is: a model that is loaded, a
 * disk that takes its time.
 */
final class Heartbeat implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;

    private final Runnable beat;
    private final Executor later;
    private volatile boolean closed;

    /**
     * Begins.
     *
     * @param later runs something when it is time for the next beat, on any thread
     */
    Heartbeat(Runnable beat, Executor later) {
        this.beat = beat;
        this.later = later;
        later.execute(this::next);
    }

    /** Time as it passes. */
    static Executor pace() {
        return CompletableFuture.delayedExecutor(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void next() {
        if (!closed) {
            beat.run();
            later.execute(this::next);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
