package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.jobs.JobWork;
import app.partita.jobs.RunControl;
import java.util.function.Consumer;

/** Notes what is told, at the moment before anything of Partita hears of it. */
record RecordedWork(JobWork work, ToldJobs told) implements JobWork {

    @Override
    public Job run(Job waiting, Consumer<Job> listener, RunControl control) {
        return work.run(waiting, job -> {
            told.tell(job);
            listener.accept(job);
        }, control);
    }
}
