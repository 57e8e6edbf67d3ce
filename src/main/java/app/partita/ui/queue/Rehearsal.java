package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobSource;
import app.partita.ui.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;

/**
 * Fills an empty table with rows such as the first drop brings, lays them out and takes them away again before anything
 * is drawn. The table keeps their cells: the drop then waits neither for these nor for the classes and styles behind
 * them.
 */
final class Rehearsal {

    private static final Job SAMPLE = Job.waiting("sample", 0, new JobSource(Path.of("song.flac"), Optional.empty()),
            Path.of("song"), JobSettings.DEFAULT, Instant.EPOCH);

    private final TableView<JobRow> table;
    private final Texts texts;

    Rehearsal(TableView<JobRow> table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    void play(int rows) {
        ObservableList<JobRow> items = table.getItems();
        SortedList<JobRow> samples = new SortedList<>(FXCollections.observableList(
                IntStream.range(0, rows).mapToObj(row -> new JobRow(SAMPLE, texts)).toList()));
        // A list that does not sort itself would cost the table its order.
        samples.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(samples);
        layOut();
        table.setItems(items);
        layOut();
    }

    private void layOut() {
        table.applyCss();
        table.layout();
    }
}
