package app.partita.jobs;

/** Starts jobs: each on a background thread of its own, or, in tests, on the calling one. */
@FunctionalInterface
public interface JobLauncher {

    /**
     * Starts a job and returns at once. {@code run} must be run exactly once, throws nothing, and returns when the job
     * is over.
     */
    void launch(Job job, Runnable run);
}
