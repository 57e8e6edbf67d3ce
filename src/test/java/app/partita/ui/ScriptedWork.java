package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.jobs.JobFailure;
import app.partita.jobs.JobResult;
import app.partita.jobs.JobWork;
import app.partita.jobs.Progress;
import app.partita.jobs.RunControl;
import app.partita.jobs.Stage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An engine that does with each song, by its file's name, what a test tells it to do next. */
final class ScriptedWork implements JobWork {

    private static final String COMPLETE = "complete";
    private static final String FAIL = "fail";

    private final Map<String, BlockingQueue<Object>> scripts = new ConcurrentHashMap<>();
    private final InstantSource clock;

    ScriptedWork(InstantSource clock) {
        this.clock = clock;
    }

    void progress(String song, int percent) {
        script(song).add(percent);
    }

    void complete(String song) {
        script(song).add(COMPLETE);
    }

    void fail(String song) {
        script(song).add(FAIL);
    }

    @Override
    public Job run(Job waiting, Consumer<Job> listener, RunControl control) {
        Job job = told(waiting.begun(clock.instant(), "test"), listener);
        while (true) {
            Object step = next(waiting.name(), control);
            if (step == null) {
                return told(job.cancelled(clock.instant()), listener);
            } else if (step.equals(COMPLETE)) {
                job = told(job.at(at(100)), listener);
                return told(job.completed(clock.instant(), List.of(), new JobResult(Optional.empty(), List.of())),
                        listener);
            } else if (step.equals(FAIL)) {
                return told(job.failed(clock.instant(), new JobFailure("Disk full", "Make room.", "details")),
                        listener);
            }
            job = told(job.at(at((Integer) step)), listener);
        }
    }

    /** Null when cancelled. */
    private Object next(String song, RunControl control) {
        try {
            Object step = null;
            while (step == null && !control.cancellation().getAsBoolean()) {
                step = script(song).poll(5, TimeUnit.MILLISECONDS);
            }
            return control.cancellation().getAsBoolean() ? null : step;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Progress at(int percent) {
        return new Progress(percent == 100 ? Stage.COMPLETE : Stage.SEPARATING_STEMS, percent, percent,
                Duration.ofSeconds(percent), Optional.empty());
    }

    private BlockingQueue<Object> script(String song) {
        return scripts.computeIfAbsent(song, name -> new LinkedBlockingQueue<>());
    }

    private static Job told(Job job, Consumer<Job> listener) {
        listener.accept(job);
        return job;
    }
}
