package app.partita.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeScheduler;
import app.partita.ui.FakeWindow;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns are laid out by a person and lie so again in the next window. */
class TableLayoutTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @Test
    void orderWidthVisibilityAndSortingAreKept() {
        FakeWindow first = open();
        FxScene.run(() -> {
            TableView<JobRow> table = table(first);
            TableColumn<JobRow, ?> length = column(table, "length");
            table.getColumns().remove(length);
            table.getColumns().add(0, length);
            column(table, "stems").setVisible(false);
            column(table, "model").setVisible(true);
            column(table, "song").setSortType(SortType.DESCENDING);
            table.getSortOrder().add(column(table, "song"));
            table.resizeColumn(length, 30);
        });
        double width = FxScene.on(() -> column(table(first), "length").getWidth());

        FakeWindow second = FxScene.on(() -> new FakeWindow(Locale.ENGLISH, first.settings, Optional.empty(),
                (song, size) -> Optional.empty(), 1440, 900));
        FxScene.run(() -> second.scene.snapshot(null));

        FxScene.run(() -> {
            TableView<JobRow> table = table(second);
            assertThat(table.getColumns().getFirst().getId()).isEqualTo("length");
            assertThat(table.getColumns().getFirst().getPrefWidth()).isEqualTo(Math.round(width));
            assertThat(column(table, "stems").isVisible()).isFalse();
            assertThat(column(table, "model").isVisible()).isTrue();
            assertThat(table.getSortOrder()).singleElement()
                    .satisfies(column -> assertThat(column.getSortType()).isEqualTo(SortType.DESCENDING));
        });
    }

    @Test
    void theKeptTextIsApplied() {
        FakeWindow fake = open();
        FxScene.run(() -> {
            TableView<JobRow> table = table(fake);
            new TableLayout(table).apply("time:200 song:500:DESCENDING nonsense:3 format:x stems:90:hidden");

            assertThat(table.getColumns()).extracting(TableColumn::getId).startsWith("time", "song", "stems")
                    .contains("length", "progress", "actions").doesNotContain("nonsense");
            assertThat(column(table, "stems").isVisible()).isFalse();
            assertThat(titles(table)).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
        });
    }

    @Test
    void rowsAreSortedByAColumnAndComeBackToTheQueuesOrder() {
        FakeWindow fake = open();
        FxScene.run(() -> {
            TableView<JobRow> table = table(fake);
            List<String> queued = titles(table);
            table.getSortOrder().add(column(table, "song"));
            assertThat(titles(table)).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
            table.getSortOrder().clear();
            assertThat(titles(table)).isEqualTo(queued);
        });
    }

    private FakeWindow open() {
        return FxScene.on(() -> {
            FakeWindow fake = FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler());
            fake.model.structure(SampleJobs.mixed());
            fake.scene.snapshot(null);
            return fake;
        });
    }

    private static List<String> titles(TableView<JobRow> table) {
        return table.getItems().stream().map(row -> row.titleProperty().get()).toList();
    }

    private static TableColumn<JobRow, ?> column(TableView<JobRow> table, String id) {
        return table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static TableView<JobRow> table(FakeWindow fake) {
        return (TableView<JobRow>) fake.scene.lookup("#queue");
    }
}
