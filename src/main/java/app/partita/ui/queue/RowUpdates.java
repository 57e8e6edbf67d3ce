package app.partita.ui.queue;

import app.partita.jobs.Batch;
import app.partita.jobs.Job;
import app.partita.jobs.Notice;
import app.partita.jobs.QueueListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Carries what the queue tells, on whichever thread, to the one that draws. Of each job only the newest state is kept;
 * however much is told, at most one hop is on its way, and what it brings is applied at once, at the next frame.
 */
public final class RowUpdates implements QueueListener {

    private final Consumer<Runnable> nextFrame;
    private final QueueListener target;
    private Pending pending = new Pending();
    private boolean onItsWay;

    /**
     * @param nextFrame runs something once, on the thread that draws, before the next frame is laid out
     * @param target    told there
     */
    public RowUpdates(Consumer<Runnable> nextFrame, QueueListener target) {
        this.nextFrame = nextFrame;
        this.target = target;
    }

    @Override
    public void changed(Job job) {
        note(now -> now.changed.put(job.id(), job));
    }

    /** All jobs as they are now: what was told of them before is in it. */
    @Override
    public void structure(List<Job> all) {
        note(now -> {
            now.changed.clear();
            now.structure = List.copyOf(all);
        });
    }

    @Override
    public void batch(Batch batch) {
        note(now -> now.batch = batch);
    }

    @Override
    public void notice(Notice notice) {
        note(now -> now.notices.add(notice));
    }

    private void note(Consumer<Pending> change) {
        boolean first;
        synchronized (this) {
            change.accept(pending);
            first = !onItsWay;
            onItsWay = true;
        }
        if (first) {
            nextFrame.accept(this::apply);
        }
    }

    private void apply() {
        Pending now;
        synchronized (this) {
            now = pending;
            pending = new Pending();
            onItsWay = false;
        }
        if (now.structure != null) {
            target.structure(now.structure);
        }
        Collection<Job> jobs = now.changed.values();
        jobs.forEach(target::changed);
        if (now.batch != null) {
            target.batch(now.batch);
        }
        now.notices.forEach(target::notice);
    }

    private static final class Pending {

        private final Map<String, Job> changed = new LinkedHashMap<>();
        private final List<Notice> notices = new ArrayList<>();
        private List<Job> structure;
        private Batch batch;
    }
}
