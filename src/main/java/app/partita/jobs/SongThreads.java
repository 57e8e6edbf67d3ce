package app.partita.jobs;

import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Threads for songs, so that who waits for one can leave when it shall stop and does not: a disk that is slow in taking
 * what it was given, or is gone, holds a thread for as long as it likes. A song that was left ends by itself and clears
 * away what it made; those who wait for room wait for that. Only some are left at a time, so that they do not pile up.
 */
final class SongThreads {

    /** Who cancels sees it within a second. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long POLL_MILLIS = 50;
    private static final int MOST_LEFT = 4;
    private static final Logger LOG = System.getLogger(SongThreads.class.getName());

    private final Set<Song<?>> left = new HashSet<>();

    /** What is done for one song. */
    @FunctionalInterface
    interface Work<T> {

        T run() throws Fault;
    }

    /**
     * Runs something on a thread of its own.
     *
     * @param mayLeave asked when it shall have stopped a while ago: whether it can be left to itself
     * @throws CancellationException if it was cancelled, or if it was left
     */
    <T> T run(Work<T> work, Cancellation cancellation, BooleanSupplier mayLeave) throws Fault {
        Song<T> song = new Song<>(work::run);
        Thread thread = Thread.ofPlatform().name("song").daemon().start(song);
        Patience patience = new Patience(cancellation);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return song.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillRunning) {
                    if (patience.isOver() && mayLeave.getAsBoolean() && leave(song)) {
                        LOG.log(Level.INFO, "a song that shall stop is held by something; it ends by itself");
                        throw new CancellationException();
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until nothing that was left runs any more, or {@code over} answers true; tells whether nothing runs. */
    synchronized boolean awaitLeft(BooleanSupplier over) {
        boolean interrupted = false;
        while (!left.isEmpty() && !over.getAsBoolean()) {
            try {
                wait(POLL_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return left.isEmpty();
    }

    private synchronized boolean leave(Song<?> song) {
        return left.size() < MOST_LEFT && !song.isDone() && left.add(song);
    }

    private synchronized void ended(Song<?> song) {
        if (left.remove(song) && song.state() == Future.State.FAILED) {
            LOG.log(Level.DEBUG, "a song that was left", song.exceptionNow());
        }
        notifyAll();
    }

    /** As it was thrown on the song's thread. */
    private static RuntimeException failure(Throwable thrown) throws Fault {
        switch (thrown) {
            case Fault fault -> throw fault;
            case RuntimeException broken -> throw broken;
            case Error broken -> throw broken;
            default -> throw new IllegalStateException(thrown);
        }
    }

    /** How long somebody waits for what shall stop. */
    private static final class Patience {

        private final Cancellation cancellation;
        private long since = -1;

        Patience(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        boolean isOver() {
            if (!cancellation.getAsBoolean()) {
                return false;
            }
            if (since < 0) {
                since = System.nanoTime();
            }
            return System.nanoTime() - since >= PATIENCE.toNanos();
        }
    }

    private final class Song<T> extends FutureTask<T> {

        Song(Callable<T> work) {
            super(work);
        }

        @Override
        protected void done() {
            ended(this);
        }
    }
}
