package app.partita.audio;

import app.partita.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * One running FFmpeg program: its pipes, its error stream (kept in a file, so that no thread has to drain it), and a
 * watch that kills it when it keeps its caller waiting for too long.
 */
final class FfmpegProcess implements AutoCloseable {

    private enum Stop { NONE, CLOSED, HUNG }

    /** Something that may block on the child. */
    interface Blocking<T> {
        T call() throws IOException, InterruptedException;
    }

    /** ILL, TRAP, ABRT, BUS, FPE, KILL, SEGV, TERM, SYS. */
    private static final Set<Integer> CRASH_SIGNALS = Set.of(4, 5, 6, 7, 8, 9, 11, 15, 31);
    private static final long NOT_WAITING = Long.MIN_VALUE;
    private static final long POLL_MILLIS = 200;

    private final Process process;
    private final Path log;
    private final Duration patience;
    private final Children siblings;
    private final AtomicReference<Stop> stop = new AtomicReference<>(Stop.NONE);
    private final AtomicLong waitingSince = new AtomicLong(NOT_WAITING);

    FfmpegProcess(Process process, Path log, Duration patience, Children siblings) {
        this.process = process;
        this.log = log;
        this.patience = patience;
        this.siblings = siblings;
        siblings.add(this);
        lookAgainAfter(patience.toNanos());
    }

    InputStream output() {
        return process.getInputStream();
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    /**
     * Does something that may block, under watch.
     *
     * @throws CancellationException if {@link #close} was called meanwhile
     * @throws IOException           as the action itself does; a child killed for hanging often shows so
     */
    <T> T watched(Blocking<T> action) throws IOException {
        waitingSince.set(System.nanoTime());
        try {
            T result = action.call();
            cancelIfClosed();
            return result;
        } catch (IOException e) {
            cancelIfClosed();
            throw e;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            waitingSince.set(NOT_WAITING);
        }
    }

    /** Waits for the end. */
    int awaitExit() throws IOException {
        return watched(process::waitFor);
    }

    /** A child that was killed because nothing came from it for too long. */
    boolean isHung() {
        return stop.get() == Stop.HUNG;
    }

    boolean isClosed() {
        return stop.get() == Stop.CLOSED;
    }

    void cancelIfClosed() {
        if (isClosed()) {
            throw new CancellationException();
        }
    }

    ErrorLog errors() {
        return ErrorLog.of(log);
    }

    /** The fault common to all programs that a bare exit code stands for, or null if the caller knows better. */
    Fault commonFault(String concerning, int exitCode, ErrorLog errors) {
        if (isHung()) {
            return new Fault(concerning + ": FFmpeg hung and was ended after " + patience.toSeconds() + " s.",
                    "Try again; if it happens each time, convert the file with another program first.");
        }
        if (errors.mentions("error while loading shared libraries")) {
            return new Fault("FFmpeg cannot start: " + errors.first(),
                    "Install the system library named there (on Debian: libasound2, libpulse0, libxcb-shm0).",
                    errors.asCause(exitCode));
        }
        if (isCrash(exitCode)) {
            return new Fault(concerning + ": FFmpeg crashed (exit code " + exitCode + ").",
                    "Try again; if it happens each time, convert the file with another program first.",
                    errors.asCause(exitCode));
        }
        return null;
    }

    /** FFmpeg's own exit codes reach above 128 as well, so the signals are listed. */
    private static boolean isCrash(int exitCode) {
        boolean windowsException = (exitCode & 0xFFFFF000) == 0xC0000000;
        return windowsException || CRASH_SIGNALS.contains(exitCode - 128);
    }

    /** Kills the child if it still runs and forgets its messages. From any thread. */
    @Override
    public void close() {
        stop.compareAndSet(Stop.NONE, Stop.CLOSED);
        process.destroyForcibly();
        siblings.remove(this);
        Ffmpeg.deleteQuietly(log);
    }

    /** Waits for a killed child to be gone, so that its files can be deleted everywhere. */
    void awaitDeath() {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the child, and so frees who waits for it, soon after {@code cancelled} answers true. */
    void closeWhen(BooleanSupplier cancelled) {
        CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS, Runnable::run).execute(() -> {
            if (cancelled.getAsBoolean()) {
                close();
            } else if (process.isAlive()) {
                closeWhen(cancelled);
            }
        });
    }

    private void lookAgainAfter(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run).execute(this::look);
    }

    private void look() {
        if (!process.isAlive()) {
            return;
        }
        long since = waitingSince.get();
        long waited = since == NOT_WAITING ? 0 : System.nanoTime() - since;
        if (waited < patience.toNanos()) {
            lookAgainAfter(patience.toNanos() - waited);
        } else if (stop.compareAndSet(Stop.NONE, Stop.HUNG)) {
            process.destroyForcibly();
        }
    }
}
