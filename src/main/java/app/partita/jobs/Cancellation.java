package app.partita.jobs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * A wish to stop: given by any thread, and asked for often by those who work. Who is only interrupted shall keep what
 * takes long to make, so that it can go on another time.
 */
public final class Cancellation implements BooleanSupplier {

    private enum Wish { GO_ON, INTERRUPT, CANCEL }

    private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.GO_ON);

    /** Whether the work shall stop. */
    @Override
    public boolean getAsBoolean() {
        return wish.get() != Wish.GO_ON;
    }

    /** Asks to stop for good. */
    public void cancel() {
        wish.set(Wish.CANCEL);
    }

    /** Asks to stop for now. */
    public void interrupt() {
        wish.compareAndSet(Wish.GO_ON, Wish.INTERRUPT);
    }

    /** Whether the work shall stop, but go on another time. */
    boolean isInterrupted() {
        return wish.get() == Wish.INTERRUPT;
    }

    /** @throws CancellationException if the work shall stop */
    public void check() {
        if (getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
