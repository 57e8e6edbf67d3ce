package app.partita.stems;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks, while somebody may be blocked in a slow disk or a hung program, whether that is still wanted. */
final class CancelWatch implements AutoCloseable {

    private static final long POLL_MILLIS = 200;

    private final BooleanSupplier cancelled;
    private final Runnable release;
    private volatile boolean closed;

    /** @param release run once, on another thread, when {@code cancelled} answers true */
    CancelWatch(BooleanSupplier cancelled, Runnable release) {
        this.cancelled = cancelled;
        this.release = release;
        lookLater();
    }

    private void lookLater() {
        CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS).execute(this::look);
    }

    private void look() {
        if (closed) {
            return;
        }
        if (cancelled.getAsBoolean()) {
            release.run();
        } else {
            lookLater();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
