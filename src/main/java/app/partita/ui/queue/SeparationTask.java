package app.partita.ui.queue;

import app.partita.jobs.Job;
import javafx.concurrent.Task;

/**
 * The background task in which one job runs the engine. It carries no progress of its own: that goes from the engine
 * through the job in memory and {@link RowUpdates} into the row to which the bar is bound.
 */
public final class SeparationTask extends Task<Void> {

    private final Runnable run;

    /** @param run runs the job to its end; it throws nothing, and is cancelled through the queue */
    public SeparationTask(Job job, Runnable run) {
        this.run = run;
        updateTitle(job.name());
    }

    @Override
    protected Void call() {
        run.run();
        return null;
    }
}
