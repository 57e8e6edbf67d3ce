package app.partita.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts jobs when their turn comes, and takes in what those that run say. */
final class RunDesk {

    private static final Logger LOG = System.getLogger(RunDesk.class.getName());

    private final QueueState state;
    private final QueueParts parts;
    private final QueueFiles files;
    private final FolderChoice folders;

    RunDesk(QueueState state, QueueParts parts, QueueFiles files, FolderChoice folders) {
        this.state = state;
        this.parts = parts;
        this.files = files;
        this.folders = folders;
    }

    /** Starts as many waiting jobs as may run, in their order. Called with the lock held. */
    void schedule() {
        while (!state.paused && !state.stopping && state.active().size() < state.concurrency) {
            Optional<Job> next = state.table.first(this::mayRun);
            if (next.isEmpty()) {
                return;
            }
            ActiveRun run = new ActiveRun(next.get().id(), parts.clock());
            state.active().put(run.id, run);
            state.later(() -> launch(next.get(), run));
        }
    }

    /** Whether something runs or will run by itself. */
    boolean busy() {
        return !state.active().isEmpty()
                || !state.stopping && state.table.first(this::mayRun).isPresent();
    }

    private boolean mayRun(Job job) {
        return job.state() == JobState.WAITING && !job.newer() && !state.active().containsKey(job.id());
    }

    private void launch(Job job, ActiveRun run) {
        try {
            parts.launcher().launch(job, () -> run(run));
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "job " + job.id() + " could not be started", broken);
            over(run, Optional.of(broken));
        }
    }

    private void run(ActiveRun run) {
        try {
            Optional<Job> job = state.ask(() -> run.fate == ActiveRun.Fate.FORGOTTEN
                    ? Optional.empty() : state.table.get(run.id));
            if (job.isPresent()) {
                parts.work().run(run.cancelled() ? job.get() : folders.settled(job.get()),
                        told -> update(run, told), run.control);
            }
            over(run, Optional.empty());
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "job " + run.id + " broke", broken);
            over(run, Optional.of(broken));
        }
    }

    private void update(ActiveRun run, Job told) {
        state.act(() -> {
            if (run.fate == ActiveRun.Fate.FORGOTTEN) {
                return;
            }
            if (told.state() == JobState.CANCELLED && run.fate != ActiveRun.Fate.CANCELLED) {
                waitAgain(run);
                return;
            }
            run.over = told.state().isOver();
            state.change(run.id, now -> merged(now, told)).filter(job -> job.state().isOver()).ifPresent(job -> {
                files.save(List.of(job));
                files.survey();
            });
        });
    }

    /** A run that was cancelled, but not for good; its file says that it waits. */
    private void waitAgain(ActiveRun run) {
        state.change(run.id, now -> now.state() == JobState.WAITING ? now : now.again());
    }

    private static Job merged(Job now, Job told) {
        if (told.state() != now.state()) {
            now.run().require(told.state());
        }
        Job changed = now.with(told.run());
        Optional<SongFacts> facts = told.facts();
        return now.facts().isEmpty() && facts.isPresent() ? changed.with(facts.get()) : changed;
    }

    /** The run has returned, as it should when the job is over or waits again; else the job failed. */
    private void over(ActiveRun run, Optional<Throwable> broken) {
        state.act(() -> {
            state.active().remove(run.id);
            Optional<Job> left = state.table.get(run.id).filter(job -> isUndone(job, run, broken.isPresent()));
            if (run.fate == ActiveRun.Fate.FORGOTTEN || run.over || left.isEmpty()) {
                return;
            }
            JobFailure failure = JobFailure.of(broken.orElseGet(() ->
                    new IllegalStateException("the run returned before the job was over")));
            Instant now = parts.clock().instant();
            state.change(run.id, job -> (job.state() == JobState.WAITING ? job.begun(now, "") : job).failed(now, failure))
                    .ifPresent(job -> files.save(List.of(job)));
        });
    }

    private static boolean isUndone(Job job, ActiveRun run, boolean broken) {
        return switch (job.state()) {
            case RUNNING -> true;
            case WAITING -> broken || run.fate == ActiveRun.Fate.CANCELLED;
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }
}
