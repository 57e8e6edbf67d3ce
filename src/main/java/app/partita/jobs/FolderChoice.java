package app.partita.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Finds folders for stems that no other job has and that are not there yet. Asks files, so not with the lock held. */
final class FolderChoice {

    private final QueueState state;
    private final JobPlanner planner;
    private final Object choosing = new Object();

    FolderChoice(QueueState state, JobPlanner planner) {
        this.state = state;
        this.planner = planner;
    }

    /** Chooses, and gives what was chosen to its jobs, while nobody else does. */
    <T> T alone(Supplier<T> choice) {
        synchronized (choosing) {
            return choice.get();
        }
    }

    /** Whether stems cannot go there without replacing what nobody wants to be replaced. */
    boolean isTaken(Path folder, JobSettings settings, String id) {
        return state.ask(() -> state.table.isTaken(folder, id)) || !settings.force() && Files.exists(folder);
    }

    /** The job, in another folder if its own was taken since it was queued. */
    Job settled(Job job) {
        Job settled = alone(() -> {
            if (!isTaken(job.folder(), job.settings(), job.id())) {
                return job;
            }
            Path free = planner.freeFolder(job.source(), job.settings(),
                    folder -> isTaken(folder, job.settings(), job.id()));
            return state.commit(() -> state.change(job.id(), now -> now.in(free))).orElse(job);
        });
        state.settle();
        return settled;
    }
}
