package app.partita.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeScheduler;
import app.partita.ui.FakeWindow;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done before the first drop is not seen, and is of use to it. */
class RehearsalTest {

    @TempDir
    private Path folder;

    private FakeWindow fake;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        FxScene.run(() -> {
            fake = FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler());
            fake.scene.snapshot(null);
        });
    }

    @Test
    void theFirstSongsTakeTheCellsOfTheRehearsal() {
        FxScene.run(() -> {
            view().rehearse(view().roomForRows());
            Set<Node> rehearsed = cells();

            fake.model.structure(SampleJobs.mixed());
            fake.scene.snapshot(null);

            assertThat(rehearsed).isNotEmpty();
            assertThat(shownCells()).isNotEmpty().isSubsetOf(rehearsed);
        });
    }

    @Test
    void anEmptyQueueLooksAsBefore() {
        FxScene.run(() -> {
            TableColumn<JobRow, ?> first = table().getColumns().getFirst();
            table().getSortOrder().add(first);
            ObservableList<JobRow> items = table().getItems();

            view().rehearse(3);

            assertThat(table().isVisible()).isFalse();
            assertThat(table().getItems()).isSameAs(items).isEmpty();
            assertThat(shownCells()).isEmpty();
            assertThat(table().getSortOrder()).isEqualTo(List.of(first));
            assertThat(table().getSelectionModel().getSelectedItems()).isEmpty();
        });
    }

    @Test
    void aQueueWithSongsIsLeftAlone() {
        FxScene.run(() -> {
            fake.model.structure(SampleJobs.mixed());
            fake.scene.snapshot(null);
            table().getSelectionModel().select(1);
            Set<Node> before = shownCells();

            view().rehearse(3);

            assertThat(shownCells()).isEqualTo(before);
            assertThat(table().getSelectionModel().getSelectedIndices()).containsExactly(1);
        });
    }

    private QueueView view() {
        return (QueueView) table().getParent();
    }

    @SuppressWarnings("unchecked")
    private TableView<JobRow> table() {
        return (TableView<JobRow>) fake.scene.lookup("#queue");
    }

    private Set<Node> cells() {
        return new HashSet<>(table().lookupAll(".song-column.table-cell"));
    }

    private Set<Node> shownCells() {
        Set<Node> shown = cells();
        shown.removeIf(cell -> !cell.getParent().isVisible() || ((SongCell) cell).isEmpty());
        return shown;
    }
}
