package app.partita.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs that stand still until the test lets them make a step: jobs that are running stay so. */
final class SteppedRuns implements JobLauncher, JobWork {

    /** What a run does next. */
    @FunctionalInterface
    interface Step {

        /** The job after this step; the run ends with it if it is over. */
        Job take(Job running);
    }

    private final InstantSource clock;
    private final Map<String, Stand> standing = new LinkedHashMap<>();
    private final List<String> begun = new ArrayList<>();

    SteppedRuns(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Stand {

        private final SynchronousQueue<Step> steps = new SynchronousQueue<>();
        private final Semaphore still = new Semaphore(0);

        void awaitStill() {
            try {
                if (!still.tryAcquire(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("a run neither stands still nor returns");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The ids of the jobs in the order in which they began. */
    synchronized List<String> begun() {
        return List.copyOf(begun);
    }

    /** The ids of the jobs whose runs have not returned. */
    synchronized List<String> standing() {
        return List.copyOf(standing.keySet());
    }

    /** Starts a thread and waits until it stands still. */
    @Override
    public void launch(Job job, Runnable run) {
        Stand stand = new Stand();
        synchronized (this) {
            if (standing.putIfAbsent(job.id(), stand) != null) {
                throw new IllegalStateException(job.name() + " runs already");
            }
        }
        Thread.ofVirtual().start(() -> {
            run.run();
            stand.still.release();
        });
        stand.awaitStill();
    }

    @Override
    public Job run(Job waiting, Consumer<Job> listener, RunControl control) {
        Job now = waiting;
        if (control.cancellation().getAsBoolean()) {
            now = waiting.cancelled(clock.instant());
            listener.accept(now);
        } else {
            synchronized (this) {
                begun.add(waiting.id());
            }
            now = waiting.begun(clock.instant(), "test");
            listener.accept(now);
            now = steps(now, listener, control);
        }
        synchronized (this) {
            standing.remove(waiting.id());
        }
        return now;
    }

    private Job steps(Job running, Consumer<Job> listener, RunControl control) {
        Stand stand;
        synchronized (this) {
            stand = standing.get(running.id());
        }
        Job now = running;
        while (!now.state().isOver()) {
            stand.still.release();
            Step step;
            try {
                step = stand.steps.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            now = control.cancellation().getAsBoolean() ? now.cancelled(clock.instant()) : step.take(now);
            listener.accept(now);
        }
        return now;
    }

    /** Lets a run make a step and waits until it stands still again or has returned. */
    void step(String id, Step step) {
        Stand stand;
        synchronized (this) {
            stand = Optional.ofNullable(standing.get(id)).orElseThrow();
        }
        try {
            stand.steps.put(step);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        stand.awaitStill();
    }

    void progress(String id, int percent) {
        step(id, job -> job.at(new Progress(Stage.SEPARATING_STEMS, percent, percent, Duration.ofSeconds(percent),
                Optional.of(Duration.ofSeconds(100 - percent)))));
    }

    void complete(String id) {
        step(id, job -> job.completed(clock.instant(), List.of(), new JobResult(Optional.empty(), List.of())));
    }

    void fail(String id) {
        step(id, job -> job.failed(clock.instant(), new JobFailure("It broke.", "Mend it.", "trace")));
    }
}
