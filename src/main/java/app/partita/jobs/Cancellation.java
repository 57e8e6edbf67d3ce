package app.partita.jobs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * A wish to stop: given by any thread, and asked for often by those who work. Who is only interrupted shall keep what
 * takes long to make, so that it can go on another time. Who is about to bring a thing to its end that cannot be taken
 * back says so, and is not stopped any more.
 */
public final class Cancellation implements BooleanSupplier {

    private enum Wish { GO_ON, INTERRUPT, CANCEL, SETTLED }

    private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.GO_ON);
    private final Cancellation all;

    public Cancellation() {
        this(null);
    }

    /** @param all that stops this one too, and others; may be null */
    Cancellation(Cancellation all) {
        this.all = all;
    }

    /** Whether the work shall stop. */
    @Override
    public boolean getAsBoolean() {
        return now() == Wish.INTERRUPT || now() == Wish.CANCEL;
    }

    /** Asks to stop for good. */
    public void cancel() {
        wish.updateAndGet(now -> now == Wish.SETTLED ? now : Wish.CANCEL);
    }

    /** Asks to stop for now. */
    public void interrupt() {
        wish.compareAndSet(Wish.GO_ON, Wish.INTERRUPT);
    }

    /** Whether the work shall stop, but go on another time. */
    boolean isInterrupted() {
        return now() == Wish.INTERRUPT;
    }

    /** @throws CancellationException if the work shall stop */
    public void check() {
        if (getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /**
     * From here on the work is brought to its end, and no wish to stop is heard any more.
     *
     * @throws CancellationException if it shall stop already
     */
    void settle() {
        check();
        wish.compareAndSet(Wish.GO_ON, Wish.SETTLED);
        check();
    }

    private Wish now() {
        Wish general = all == null ? Wish.GO_ON : all.now();
        if (general == Wish.CANCEL) {
            cancel();
        } else if (general == Wish.INTERRUPT) {
            interrupt();
        }
        return wish.get();
    }
}
