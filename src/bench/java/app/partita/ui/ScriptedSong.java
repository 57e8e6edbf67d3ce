package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.jobs.JobResult;
import app.partita.jobs.JobWork;
import app.partita.jobs.Progress;
import app.partita.jobs.ProgressMeter;
import app.partita.jobs.RunControl;
import app.partita.jobs.Stage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Jobs that tell what an engine would, when it would, and compute nothing. */
final class ScriptedSong implements JobWork {

    /** What the engine tells a segment of 2.4 s of computing, about as the real one does on two cores. */
    private static final int STEPS = 40;
    private static final double SEGMENT_SECONDS = 2.4;
    private static final int FIRST_PERCENT = 16;
    private static final int PERCENTS = 79;

    private final InstantSource clock = InstantSource.system();
    private final Script script;

    private ScriptedSong(Script script) {
        this.script = script;
    }

    /** A song of that many seconds of computing, through the meter that all jobs go through. */
    static JobWork atRealRate(double seconds) {
        int segments = (int) Math.ceil(seconds / SEGMENT_SECONDS);
        return new ScriptedSong((job, listener, control) -> {
            ProgressMeter meter = new ProgressMeter(control.workingTime(), at -> listener.accept(job.at(at)));
            meter.loading();
            every(SEGMENT_SECONDS / STEPS, STEPS, control, step -> meter.reading((step + 1.0) / STEPS));
            meter.separating();
            every(SEGMENT_SECONDS / STEPS, segments * STEPS, control, step ->
                    meter.separating(step / STEPS, segments, (step % STEPS + 1.0) / STEPS));
            every(SEGMENT_SECONDS / STEPS, STEPS, control, step -> meter.saving((step + 1.0) / STEPS));
            meter.complete();
        });
    }

    /** Changes of percent and message at that rate, each unlike the one before, whatever a meter would have told. */
    static JobWork atRate(double perSecond, double seconds) {
        return new ScriptedSong((job, listener, control) ->
                every(1 / perSecond, (int) (perSecond * seconds), control, i -> listener.accept(job.at(new Progress(
                        Stage.SEPARATING_STEMS, FIRST_PERCENT + i % PERCENTS, i / PERCENTS % 100,
                        Duration.ofMillis((long) (1000 * i / perSecond)), Optional.of(Duration.ofMinutes(1)))))));
    }

    /** Begins and stands still until it is cancelled. */
    static JobWork still() {
        return new ScriptedSong((job, listener, control) -> every(0.1, Integer.MAX_VALUE, control, i -> { }));
    }

    @Override
    public Job run(Job waiting, Consumer<Job> listener, RunControl control) {
        Job job = told(waiting.begun(clock.instant(), "bench"), listener);
        script.play(job, listener, control);
        return told(control.cancellation().getAsBoolean() ? job.cancelled(clock.instant())
                : job.completed(clock.instant(), List.of(), new JobResult(Optional.empty(), List.of())), listener);
    }

    private static Job told(Job job, Consumer<Job> listener) {
        listener.accept(job);
        return job;
    }

    private static void every(double seconds, int times, RunControl control, IntConsumer step) {
        long start = System.nanoTime();
        for (int i = 0; i < times && !control.cancellation().getAsBoolean(); i++) {
            long due = start + (long) ((i + 1) * seconds * 1e9);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            step.accept(i);
        }
    }

    @FunctionalInterface
    private interface Script {

        void play(Job running, Consumer<Job> listener, RunControl control);
    }
}
