package app.partita.jobs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the parts of a queue share. All but {@link #act}, {@link #commit}, {@link #settle}
 * and {@link #ask} is for those who are called by these: they hold the lock then.
 */
final class QueueState {

    private final Outbox outbox = new Outbox(this::batch);
    private final Afterwards afterwards = new Afterwards();
    private final BatchMeter meter = new BatchMeter();
    private final Map<String, ActiveRun> active = new LinkedHashMap<>();
    private final Set<String> members = new LinkedHashSet<>();
    private Runnable whenChanged = () -> { };
    private Optional<DiskRoom> room = Optional.empty();

    final QueueTable table = new QueueTable();
    boolean paused;
    int concurrency = 1;
    /** Nothing is added any more. */
    boolean closing;
    /** Nothing begins any more. */
    boolean stopping;

    /** @param action run at the end of each change, still locked */
    void whenChanged(Runnable action) {
        whenChanged = action;
    }

    /** Changes something alone; then tells the listeners and hands on what is to be done, without the lock. */
    <T> T act(Supplier<T> change) {
        T result = commit(change);
        settle();
        return result;
    }

    /** Changes something alone; {@link #settle} shall follow as soon as the caller holds no lock of its own. */
    synchronized <T> T commit(Supplier<T> change) {
        T result = change.get();
        whenChanged.run();
        return result;
    }

    /** What follows from changes, without the lock. */
    void settle() {
        outbox.deliver();
        afterwards.run();
    }

    void act(Runnable change) {
        act(() -> {
            change.run();
            return true;
        });
    }

    /** Looks at something that does not change meanwhile. */
    synchronized <T> T ask(Supplier<T> question) {
        return question.get();
    }

    /** Run by some thread after this change, without the lock, in the order of the changes. */
    void later(Runnable task) {
        afterwards.add(task);
    }

    /** Changes a job, if its state allows that, and tells. */
    Optional<Job> change(String id, UnaryOperator<Job> change) {
        Optional<Job> changed = table.change(id, change);
        changed.ifPresent(job -> {
            outbox.put(listener -> listener.changed(job));
            outbox.batchChanged();
        });
        return changed;
    }

    /** Rows came, went or moved. */
    void structureChanged() {
        List<Job> all = table.all();
        outbox.put(listener -> listener.structure(all));
        outbox.batchChanged();
    }

    void batchChanged() {
        outbox.batchChanged();
    }

    void room(Optional<DiskRoom> found) {
        if (!found.equals(room)) {
            room = found;
            outbox.batchChanged();
        }
    }

    void notice(Notice notice) {
        outbox.put(listener -> listener.notice(notice));
    }

    void listen(QueueListener listener) {
        outbox.join(listener, table.all());
    }

    /** The runs that have not returned, by the ids of their jobs. */
    Map<String, ActiveRun> active() {
        return active;
    }

    /** Jobs are about to wait: they belong to the batch, or begin a new one. */
    void joinBatch(Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        if (!busy()) {
            members.clear();
        }
        members.addAll(ids);
    }

    private boolean busy() {
        return members.stream().map(table::get).flatMap(Optional::stream)
                .anyMatch(job -> !job.state().isOver());
    }

    synchronized Batch batch() {
        return meter.measure(table, members, paused, concurrency, room);
    }
}
