package app.partita.engine.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * The engine's fixed pool: splits an operation into tasks that the caller and {@code threads − 1} helpers take one
 * after the other. Which worker takes a task must not change its result.
 */
public final class Workers implements AutoCloseable {

    /** A part of an operation. */
    @FunctionalInterface
    public interface Task {

        /** Does part {@code index}, with buffers that no one else uses meanwhile. */
        void run(int index, Scratch scratch);
    }

    private record Operation(int count, Task task, AtomicInteger next, AtomicInteger running,
                             AtomicReference<Throwable> failure) {
    }

    private static final int SPINS = 2000;

    private final Object monitor = new Object();
    private final List<Thread> helpers = new ArrayList<>();
    private final Scratch callersScratch = new Scratch();
    private volatile Operation current;
    private volatile BooleanSupplier cancelled = () -> false;
    private volatile boolean closed;

    /** @param threads how many threads compute, the caller's included */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        for (int i = 1; i < threads; i++) {
            Scratch scratch = new Scratch();
            helpers.add(Thread.ofPlatform().daemon().name("engine-" + i).start(() -> help(scratch)));
        }
    }

    /** How many threads compute, the caller's included. */
    public int count() {
        return helpers.size() + 1;
    }

    /** Asked before each task of the operations to come; when it answers true, {@link #run} throws. */
    public void cancelWhen(BooleanSupplier condition) {
        cancelled = condition;
    }

    /**
     * Runs tasks 0 to {@code count − 1} and returns when all are done.
     *
     * @throws CancellationException when asked to cancel; no task is running any more then
     */
    public void run(int count, Task task) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        Operation operation =
                new Operation(count, task, new AtomicInteger(), new AtomicInteger(1), new AtomicReference<>());
        if (count > 1 && !helpers.isEmpty()) {
            synchronized (monitor) {
                current = operation;
                monitor.notifyAll();
            }
        }
        work(operation, callersScratch);
        awaitHelpers(operation);
        Throwable failure = operation.failure.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private void awaitHelpers(Operation operation) {
        synchronized (monitor) {
            if (current == operation) {
                current = null;
            }
        }
        for (int spin = 0; operation.running.get() > 0 && spin < SPINS; spin++) {
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        synchronized (monitor) {
            while (operation.running.get() > 0) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void help(Scratch scratch) {
        while (true) {
            Operation operation = nextOperation();
            if (operation == null) {
                return;
            }
            work(operation, scratch);
        }
    }

    private Operation nextOperation() {
        for (int spin = 0; current == null && spin < SPINS; spin++) {
            Thread.onSpinWait();
        }
        synchronized (monitor) {
            while (current == null && !closed) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    return null;
                }
            }
            if (closed) {
                return null;
            }
            current.running.incrementAndGet();
            return current;
        }
    }

    private void work(Operation operation, Scratch scratch) {
        try {
            for (int index = operation.next.getAndIncrement(); index < operation.count;
                    index = operation.next.getAndIncrement()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                operation.task.run(index, scratch);
            }
        } catch (RuntimeException | Error e) {
            operation.failure.compareAndSet(null, e);
            operation.next.set(operation.count);
        } finally {
            leave(operation);
        }
    }

    private void leave(Operation operation) {
        synchronized (monitor) {
            if (current == operation) {
                current = null;
            }
            if (operation.running.decrementAndGet() == 0) {
                monitor.notifyAll();
            }
        }
    }

    /** Ends the helpers. */
    @Override
    public void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }
}
