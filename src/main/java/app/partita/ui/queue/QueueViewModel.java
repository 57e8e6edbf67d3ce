package app.partita.ui.queue;

import app.partita.jobs.Batch;
import app.partita.jobs.Job;
import app.partita.jobs.QueueListener;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The queue as the window shows it; for the thread that draws. What is told of unknown rows is ignored. */
public final class QueueViewModel implements QueueListener {

    private static final Batch NOTHING = new Batch(false, Map.of(), 0, 0, 0, 0, Optional.empty(),
            OptionalDouble.empty(), Optional.empty());

    private final Texts texts;
    private final Map<String, JobRow> byId = new HashMap<>();
    private final ObservableList<JobRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.stateProperty(), row.titleProperty()});
    /** Held, since it hears of changes only as long as somebody holds it. */
    private final ObservableList<JobRow> all = FXCollections.unmodifiableObservableList(rows);
    private final FilteredList<JobRow> filtered = new FilteredList<>(rows);
    private final ObjectProperty<QueueFilter> filter = new SimpleObjectProperty<>(QueueFilter.ALL);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Batch> batch = new ReadOnlyObjectWrapper<>(NOTHING);

    public QueueViewModel(Texts texts) {
        this.texts = texts;
        filter.addListener(change -> refilter());
        query.addListener(change -> refilter());
    }

    // What the queue tells

    @Override
    public void structure(List<Job> all) {
        Map<String, Integer> place = new HashMap<>();
        List<JobRow> fresh = new ArrayList<>();
        for (Job job : all) {
            place.put(job.id(), place.size());
            JobRow row = byId.get(job.id());
            if (row == null) {
                row = new JobRow(job, texts);
                row.queuePaused(batch.get().paused());
                byId.put(job.id(), row);
                fresh.add(row);
            } else {
                row.show(job);
            }
        }
        dropAllBut(place.keySet());
        rows.addAll(fresh);
        Comparator<JobRow> order = Comparator.comparing(row -> place.get(row.id()));
        if (!isSorted(order)) {
            rows.sort(order);
        }
    }

    private void dropAllBut(Set<String> there) {
        if (byId.size() == there.size()) {
            return;
        }
        Set<JobRow> gone = new HashSet<>(byId.values());
        gone.removeIf(row -> there.contains(row.id()));
        gone.forEach(row -> byId.remove(row.id()));
        rows.removeAll(gone);
    }

    private boolean isSorted(Comparator<JobRow> order) {
        for (int index = 1; index < rows.size(); index++) {
            if (order.compare(rows.get(index - 1), rows.get(index)) > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void changed(Job job) {
        JobRow row = byId.get(job.id());
        if (row != null) {
            row.show(job);
        }
    }

    @Override
    public void batch(Batch now) {
        if (now.paused() != batch.get().paused()) {
            rows.forEach(row -> row.queuePaused(now.paused()));
        }
        batch.set(now);
    }

    // Properties

    /** All rows, in the queue's order. */
    public ObservableList<JobRow> rows() {
        return all;
    }

    /** The rows that the chip and the filter box leave. */
    public ObservableList<JobRow> shown() {
        return filtered;
    }

    public ObjectProperty<QueueFilter> filterProperty() {
        return filter;
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ReadOnlyObjectProperty<Batch> batchProperty() {
        return batch.getReadOnlyProperty();
    }

    /** Shows the rows that the other one shows, by the same filter and chip. */
    public void take(QueueViewModel before) {
        structure(before.rows.stream().map(JobRow::job).toList());
        batch(before.batch.get());
        query.set(before.query.get());
        filter.set(before.filter.get());
    }

    /** Whether some rows may be hidden. */
    public boolean isFiltered() {
        return filter.get() != QueueFilter.ALL || !query.get().isBlank();
    }

    /** Shows all rows again. */
    void clearFilters() {
        query.set("");
        filter.set(QueueFilter.ALL);
    }

    private void refilter() {
        QueueFilter chip = filter.get();
        String words = query.get().toLowerCase(Locale.ROOT);
        filtered.setPredicate(row -> chip.leaves(row.state()) && row.matches(words));
    }
}
