package app.partita.jobs;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A wish to stop: given once, by any thread, and asked for often by those who work. */
public final class Cancellation implements BooleanSupplier {

    private volatile boolean cancelled;

    /** Whether the work shall stop. */
    @Override
    public boolean getAsBoolean() {
        return cancelled;
    }

    /** Asks to stop. */
    public void cancel() {
        cancelled = true;
    }

    /** @throws CancellationException if the work shall stop */
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }
}
