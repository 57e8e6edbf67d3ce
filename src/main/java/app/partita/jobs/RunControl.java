package app.partita.jobs;

import app.partita.stems.LiveSong;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The reins of one run: other threads pause, resume or cancel it, those who work for it ask at every step. */
public final class RunControl {

    private final InstantSource clock;
    private final Cancellation cancellation;
    private Duration paused = Duration.ZERO;
    private Instant pausedSince;
    private volatile Optional<LiveSong> live = Optional.empty();

    public RunControl(InstantSource clock) {
        this(clock, null);
    }

    /** @param cancellation a wish to stop that others may give, and to others; may be null */
    RunControl(InstantSource clock, Cancellation cancellation) {
        this.clock = clock;
        this.cancellation = new Cancellation(cancellation);
    }

    /** The wish to stop, for those who ask in passing. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Asks to stop, also while paused. */
    public synchronized void cancel() {
        cancellation.cancel();
        notifyAll();
    }

    /** Asks to stop for now, also while paused. */
    public synchronized void interrupt() {
        cancellation.interrupt();
        notifyAll();
    }

    /** From now on {@link #checkpoint} waits. */
    public synchronized void pause() {
        if (pausedSince == null) {
            pausedSince = clock.instant();
        }
    }

    /** Whoever waits goes on. */
    public synchronized void resume() {
        if (pausedSince != null) {
            paused = paused.plus(Duration.between(pausedSince, clock.instant()));
            pausedSince = null;
            notifyAll();
        }
    }

    /**
     * Called by a worker where it can wait without holding anything that others need.
     *
     * @throws CancellationException if the work shall stop
     */
    public synchronized void checkpoint() {
        boolean interrupted = false;
        while (pausedSince != null && !cancellation.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        cancellation.check();
    }

    /** What can be heard of the song while it is being separated; empty before and after. */
    public Optional<LiveSong> live() {
        return live;
    }

    /** From now on the song can be heard like that, or, with nothing, no longer. */
    void live(Optional<LiveSong> song) {
        live = song;
    }

    /** The time as far as work goes: it stands still during a pause. */
    public InstantSource workingTime() {
        return this::workingInstant;
    }

    private synchronized Instant workingInstant() {
        Instant now = pausedSince == null ? clock.instant() : pausedSince;
        return now.minus(paused);
    }
}
