package app.partita.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns what the parts of a separation tell into what a person sees: one bar from 0 to 100, its message, the time
 * left. No mark of the bar is left out, and it never goes back; what arrives late is ignored. Safe for use by several
 * threads.
 */
public final class ProgressMeter {

    /** Who hears nothing for longer begins to doubt. */
    static final Duration SILENCE = Duration.ofMillis(500);

    private final InstantSource clock;
    private final Consumer<Progress> listener;
    private final TimeLeft timeLeft = new TimeLeft();
    private int fetched = -1;
    private int reached = -1;
    private double saved;
    private Instant began;
    private Optional<Instant> asked = Optional.empty();
    private Optional<Progress> last = Optional.empty();
    private Instant told = Instant.MIN;
    private boolean stopped;

    /**
     * Begins to measure now.
     *
     * @param listener told of every change, on the thread that brings it
     */
    public ProgressMeter(InstantSource clock, Consumer<Progress> listener) {
        this.clock = clock;
        this.listener = listener;
        this.began = clock.instant();
    }

    /** A person is asked: until there is an answer, time does not count. */
    public synchronized void asking() {
        if (asked.isEmpty()) {
            asked = Optional.of(clock.instant());
        }
    }

    /** The answer is there. */
    public synchronized void answered() {
        asked.ifPresent(since -> began = began.plus(Duration.between(since, clock.instant())));
        asked = Optional.empty();
    }

    /** So much of a missing model is here, 0 to 1. */
    public synchronized void fetching(double fraction) {
        int percent = percent(fraction);
        while (reached < 0 && fetched < percent) {
            tell(Mark.fetching(++fetched), Optional.empty());
        }
    }

    /** The model is being loaded. */
    public synchronized void loading() {
        advanceTo(Mark.LOADING);
    }

    /** So much of the first pass over the song is done, 0 to 1. */
    public synchronized void reading(double fraction) {
        advanceTo(Math.min(Mark.READING + (int) (4 * clamped(fraction)), Mark.SEPARATING - 1));
    }

    /** The network begins. */
    public synchronized void separating() {
        advanceTo(Mark.SEPARATING);
        timeLeft.separated(clock.instant(), 0, 0);
    }

    /** As {@link app.partita.engine.EngineListener#resumed}: the bar is there at once, which tells nothing of the pace. */
    public synchronized void resumed(int done, int expectedTotal) {
        double fraction = clamped((double) done / Math.max(1, expectedTotal));
        timeLeft.resumed(clock.instant(), fraction);
        advanceTo(Mark.STEMS + percent(fraction) - 1);
    }

    /** As {@link app.partita.engine.EngineListener#segmentProgress}. */
    public synchronized void separating(int done, int expectedTotal, double fractionOfCurrent) {
        double fraction = clamped((done + clamped(fractionOfCurrent)) / Math.max(1, expectedTotal));
        timeLeft.separated(clock.instant(), done, fraction);
        advanceTo(Mark.STEMS + percent(fraction) - 1);
    }

    /** So much of the stems is written, 0 to 1. */
    public synchronized void saving(double fraction) {
        saved = Math.max(saved, clamped(fraction));
        advanceTo(Math.min(Mark.SAVING + (int) (5 * saved), Mark.COMPLETE - 1));
    }

    /** The stems are in place. */
    public synchronized void complete() {
        advanceTo(Mark.COMPLETE);
    }

    /** The work goes on: if nothing was told for a while, the bar stands where it is, but its clocks go on. */
    public synchronized void alive() {
        Instant now = clock.instant();
        if (last.isPresent() && asked.isEmpty() && reached < Mark.COMPLETE && !now.isBefore(told.plus(SILENCE))) {
            Progress bar = last.get();
            tell(new Mark(bar.stage(), bar.percent(), bar.stagePercent()), left(reached));
        }
    }

    /** The work is over: from now on nothing is told. */
    public synchronized void stop() {
        stopped = true;
    }

    private void advanceTo(int mark) {
        while (reached < mark) {
            reached++;
            tell(Mark.ALL.get(reached), left(reached));
        }
    }

    private Optional<Duration> left(int mark) {
        if (mark < Mark.STEMS || mark >= Mark.COMPLETE) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return mark < Mark.SAVING ? timeLeft.whileSeparating(now) : timeLeft.whileSaving(now, saved);
    }

    private void tell(Mark mark, Optional<Duration> left) {
        if (stopped) {
            return;
        }
        told = clock.instant();
        Progress now = new Progress(mark.stage(), mark.percent(), mark.stagePercent(), Duration.between(began, told),
                left);
        last = Optional.of(now);
        listener.accept(now);
    }

    private static int percent(double fraction) {
        return (int) (100 * clamped(fraction) + 1e-9);
    }

    private static double clamped(double fraction) {
        return Double.isNaN(fraction) ? 0 : Math.clamp(fraction, 0.0, 1.0);
    }
}
