package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.jobs.JobLauncher;

/** Runs each job in a {@link SeparationTask} on a thread of its own. */
public final class TaskLauncher implements JobLauncher {

    @Override
    public void launch(Job job, Runnable run) {
        Thread.ofPlatform().name("separation").daemon().start(new SeparationTask(job, run));
    }
}
