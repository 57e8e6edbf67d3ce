package app.partita.ui;

import app.partita.jobs.Batch;
import app.partita.jobs.Job;
import app.partita.jobs.Notice;
import app.partita.jobs.QueueListener;
import java.util.List;

/** Passes what the queue tells to the window that is there now: in another language it is another one. */
final class Relay implements QueueListener {

    private QueueListener target = new QueueListener() { };

    void target(QueueListener now) {
        target = now;
    }

    @Override
    public void changed(Job job) {
        target.changed(job);
    }

    @Override
    public void structure(List<Job> all) {
        target.structure(all);
    }

    @Override
    public void batch(Batch batch) {
        target.batch(batch);
    }

    @Override
    public void notice(Notice notice) {
        target.notice(notice);
    }
}
