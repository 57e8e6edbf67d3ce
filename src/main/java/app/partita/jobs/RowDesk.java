package app.partita.jobs;

import app.partita.jobs.ActiveRun.Fate;
import app.partita.jobs.UndoList.Deed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What a person does to rows: cancel, retry, remove, undo, move. Called with the lock held. */
final class RowDesk {

    private final QueueState state;
    private final QueueFiles files;
    private final SongScout scout;
    private final InstantSource clock;
    private final UndoList deeds = new UndoList();

    RowDesk(QueueState state, QueueFiles files, SongScout scout, InstantSource clock) {
        this.state = state;
        this.files = files;
        this.scout = scout;
        this.clock = clock;
    }

    void cancel(Collection<String> ids) {
        List<Job> over = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (stop(id)) {
                cancelled.add(id);
            } else if (in(id, JobState.WAITING)) {
                state.change(id, job -> job.cancelled(clock.instant())).ifPresent(job -> {
                    forget(id);
                    over.add(job);
                    cancelled.add(id);
                });
            }
        }
        if (!cancelled.isEmpty()) {
            deeds.add(new Deed.Cancelled(cancelled));
            save(over);
        }
    }

    /** Asks what runs to stop; false if it does not run, was asked already, or is just being completed. */
    private boolean stop(String id) {
        ActiveRun run = state.active().get(id);
        if (run == null || !in(id, JobState.RUNNING) || run.cancelled() && run.fate != Fate.AGAIN) {
            return false;
        }
        run.fate = Fate.CANCELLED;
        run.control.cancel();
        return run.cancelled();
    }

    /** Lets failed and cancelled jobs wait again; false if there are none among these. */
    boolean retry(Collection<String> ids) {
        List<String> over = new LinkedHashSet<>(ids).stream()
                .filter(id -> in(id, JobState.FAILED) || in(id, JobState.CANCELLED)).toList();
        state.joinBatch(over);
        List<Job> waiting = new ArrayList<>();
        over.forEach(id -> state.change(id, Job::again).ifPresent(waiting::add));
        waiting.forEach(scout::want);
        save(waiting);
        return !waiting.isEmpty();
    }

    void remove(Collection<String> ids) {
        List<QueueTable.Removed> removed = state.table.remove(ids);
        if (!removed.isEmpty()) {
            List<String> gone = removed.stream().map(row -> row.job().id()).toList();
            gone.forEach(this::forget);
            deeds.add(new Deed.Removed(removed));
            state.structureChanged();
            files.remove(gone);
            files.survey();
        }
    }

    /** Whatever still runs for this job does not concern it any more. */
    private void forget(String id) {
        Optional.ofNullable(state.active().get(id)).ifPresent(ActiveRun::forget);
    }

    boolean undo() {
        boolean undone = false;
        while (!undone && !deeds.isEmpty()) {
            undone = switch (deeds.take()) {
                case Deed.Cancelled(var ids) -> uncancel(ids);
                case Deed.Removed(var rows) -> unremove(rows);
            };
        }
        return undone;
    }

    boolean canUndo() {
        return !deeds.isEmpty();
    }

    private boolean uncancel(List<String> ids) {
        boolean undone = false;
        for (String id : ids) {
            ActiveRun run = state.active().get(id);
            if (run != null && in(id, JobState.RUNNING) && run.cancelled() && run.fate == Fate.CANCELLED) {
                run.fate = Fate.AGAIN;
                undone = true;
            }
        }
        return retry(ids.stream().filter(id -> in(id, JobState.CANCELLED)).toList()) || undone;
    }

    private boolean unremove(List<QueueTable.Removed> rows) {
        List<QueueTable.Removed> back = rows.stream().map(row -> row.job().state() == JobState.RUNNING
                ? new QueueTable.Removed(row.index(), row.job().again()) : row).toList();
        state.joinBatch(back.stream().map(QueueTable.Removed::job)
                .filter(job -> job.state() == JobState.WAITING).map(Job::id).toList());
        state.table.restore(back);
        back.forEach(row -> scout.want(row.job()));
        state.structureChanged();
        files.restore(back.stream().map(row -> row.job().id()).toList());
        files.survey();
        return true;
    }

    void move(List<String> ids, int toIndex) {
        if (state.table.move(ids, toIndex)) {
            state.structureChanged();
            files.orderChanged();
        }
    }

    private boolean in(String id, JobState wanted) {
        return state.table.get(id).filter(job -> job.state() == wanted && !job.newer()).isPresent();
    }

    private void save(List<Job> changed) {
        if (!changed.isEmpty()) {
            files.save(changed);
            files.survey();
        }
    }
}
