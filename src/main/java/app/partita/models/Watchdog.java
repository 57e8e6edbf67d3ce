package app.partita.models;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Closes a transfer that someone is blocked on, as soon as it is cancelled or has stood still for too long; the
 * blocked read then fails.
 */
final class Watchdog implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("model-fetch-watchdog").factory());
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());
    private final Closeable transfer;
    private final BooleanSupplier cancelled;
    private final long patienceNanos;

    Watchdog(Closeable transfer, BooleanSupplier cancelled, Duration patience) {
        this.transfer = transfer;
        this.cancelled = cancelled;
        this.patienceNanos = patience.toNanos();
        thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The transfer has moved. */
    void moved() {
        lastMove.set(System.nanoTime());
    }

    private void look() {
        if (cancelled.getAsBoolean() || System.nanoTime() - lastMove.get() > patienceNanos) {
            try {
                transfer.close();
            } catch (IOException e) {
                System.getLogger(Watchdog.class.getName())
                        .log(System.Logger.Level.DEBUG, "A transfer that is given up cannot be closed", e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
