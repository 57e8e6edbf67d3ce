package app.partita.ui;

import app.partita.jobs.Batch;
import app.partita.jobs.Job;
import app.partita.jobs.Notice;
import app.partita.jobs.QueueListener;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.queue.QueueViewModel;
import app.partita.ui.queue.RoomWatch;
import java.util.List;

/** What the queue tells goes to the rows, to the desktop, and into the strip; for the thread that draws. */
final class Told implements QueueListener {

    private final BatchWatch watch;
    private final RoomWatch rooms;
    private final QueueTalk talk;
    private QueueViewModel model;

    Told(BatchWatch watch, RoomWatch rooms, QueueTalk talk) {
        this.watch = watch;
        this.rooms = rooms;
        this.talk = talk;
    }

    /** The rows that are there now: in another language they are others. */
    void rows(QueueViewModel now) {
        model = now;
    }

    @Override
    public void changed(Job job) {
        model.changed(job);
    }

    @Override
    public void structure(List<Job> all) {
        model.structure(all);
    }

    @Override
    public void batch(Batch batch) {
        model.batch(batch);
        watch.show(batch);
        rooms.show(batch);
    }

    @Override
    public void notice(Notice notice) {
        talk.notice(notice);
    }
}
