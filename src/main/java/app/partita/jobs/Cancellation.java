package app.partita.jobs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A wish to stop: given once, by any thread, and asked for or listened to by those who work. */
public final class Cancellation implements BooleanSupplier {

    private final Set<Runnable> actions = new LinkedHashSet<>();
    private volatile boolean cancelled;

    /** Whether the work shall stop. */
    @Override
    public boolean getAsBoolean() {
        return cancelled;
    }

    /** Asks to stop; what listens is told on this thread. */
    public void cancel() {
        Set<Runnable> told;
        synchronized (this) {
            cancelled = true;
            told = new LinkedHashSet<>(actions);
            actions.clear();
        }
        told.forEach(Runnable::run);
    }

    /**
     * Runs {@code action} when the wish comes, at once if it is there already.
     *
     * @return closed, it takes the action back
     */
    public Registration whenCancelled(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> { };
    }

    /** @throws CancellationException if the work shall stop */
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** An action that waits for the wish. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {

        @Override
        void close();
    }

    private synchronized void forget(Runnable action) {
        actions.remove(action);
    }
}
