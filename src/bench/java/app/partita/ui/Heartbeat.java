package app.partita.ui;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Asks the thread that draws again and again to answer, and keeps how long that took at most. */
final class Heartbeat implements AutoCloseable {

    private static final int EVERY_MILLIS = 5;

    private final AtomicLong longest = new AtomicLong();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();

    Heartbeat() {
        beats.scheduleAtFixedRate(this::beat, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        long asked = System.nanoTime();
        Platform.runLater(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
    }

    /** In nanoseconds, since the last call. */
    long longestWait() {
        return longest.getAndSet(0);
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
