package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.TestAudio;
import app.partita.ui.FxScene;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows dragged with the mouse to another place in the queue. */
@Tag("display")
@ExtendWith(ProgramOnScreen.class)
class ReorderDisplayTest {

    @TempDir
    private Path folder;

    private final RealWindow window;

    ReorderDisplayTest(RealWindow window) {
        this.window = window;
    }

    @BeforeEach
    void fourSongs() throws Exception {
        window.empty();
        List<Path> songs = Stream.of("a.wav", "b.wav", "c.wav", "d.wav").map(name ->
                TestAudio.wav(folder.resolve(name), 44_100, 2, TestAudio.chord(44_100, 2, 4_410))).toList();
        try (FileManager files = FileManager.copying(window.display(), songs)) {
            window.press(KeyCode.CONTROL, KeyCode.V);
            window.await("four rows", () -> window.rows().size() == 4 && row(3) != null);
        }
    }

    @Test
    void aRowGoesWhereItIsLetGo() {
        window.drag(inRow(0, 0.5), inRow(2, 0.8));
        window.await("the mark", () -> row(2).getPseudoClassStates().toString().contains("drop-below"));
        window.picture("reordering");
        window.drop();

        window.await("the new order", () -> window.names().equals(List.of("b.wav", "c.wav", "a.wav", "d.wav")));
    }

    @Test
    void severalRowsGoTogether() {
        select(2, 3);

        window.drag(inRow(3, 0.5), inRow(0, 0.2));
        window.await("the mark", () -> row(0).getPseudoClassStates().toString().contains("drop-above"));
        window.drop();

        window.await("the new order", () -> window.names().equals(List.of("c.wav", "d.wav", "a.wav", "b.wav")));
    }

    @Test
    void rowsStayWhileAColumnSorts() {
        FxScene.run(() -> window.table().getSortOrder().add(window.table().getColumns().getFirst()));
        try {
            window.drag(inRow(0, 0.5), inRow(2, 0.8));
            window.drop();

            assertThat(FxScene.on(window::names)).containsExactly("a.wav", "b.wav", "c.wav", "d.wav");
        } finally {
            FxScene.run(() -> window.table().getSortOrder().clear());
        }
        assertThat(FxScene.on(window::names)).containsExactly("a.wav", "b.wav", "c.wav", "d.wav");
    }

    private void select(int first, int second) {
        window.robot().clickOn(inRow(first, 0.5));
        window.robot().press(KeyCode.SHIFT).clickOn(inRow(second, 0.5)).release(KeyCode.SHIFT);
        window.await("two selected", () -> window.table().getSelectionModel().getSelectedItems().size() == 2);
    }

    /** A place in the first column, that far down the row. */
    private Point2D inRow(int index, double part) {
        return FxScene.on(() -> {
            Bounds bounds = row(index).localToScreen(row(index).getLayoutBounds());
            return new Point2D(bounds.getMinX() + 120, bounds.getMinY() + part * bounds.getHeight());
        });
    }

    private TableRow<?> row(int index) {
        return window.table().lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .filter(row -> row.getIndex() == index && !row.isEmpty()).findFirst().orElse(null);
    }
}
