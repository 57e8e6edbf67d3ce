package app.partita.jobs;

import java.util.function.Consumer;

/** Does what a job is about. */
@FunctionalInterface
public interface JobWork {

    /**
     * Runs one waiting job to its end; a disk that does not let go of a cancelled one is not waited for.
     *
     * @param listener told of every change, also from threads that work for the job, never from two at once
     * @return the job as it ended
     */
    Job run(Job waiting, Consumer<Job> listener, RunControl control);
}
