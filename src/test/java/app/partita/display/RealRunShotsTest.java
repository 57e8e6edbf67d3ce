package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.OutputFormat;
import app.partita.jobs.JobState;
import app.partita.ui.FxScene;
import app.partita.ui.queue.JobRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One real run: songs by argument and by a real drag into a real window, separated by the released network, with a
 * picture of each moment that matters.
 */
@Tag("real-run")
class RealRunShotsTest {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final int PATIENCE_SECONDS = 600;
    private static final Path TARGET = Path.of("assets", "screenshots");

    @TempDir
    private Path folder;

    private RealWindow window;

    @Test
    void fromTheDropToTheStems() throws Exception {
        Path home = folder.resolve("home");
        ReleasedWeights.importInto(home);
        DemoAlbum album = new DemoAlbum(folder.resolve("songs"));
        Path first = album.song("Prelude", "The Four Bars", OutputFormat.FLAC, 24);
        List<Path> dropped = List.of(album.broken("taped-1987.wav"),
                album.song("Allemande", "The Four Bars", OutputFormat.MP3, 31),
                album.song("夜の電車", "Partita", OutputFormat.WAV16, 12),
                album.song("Étude for two guitars", "Home recording", OutputFormat.FLAC, 16));

        window = RealWindow.open(home, WIDTH, HEIGHT, List.of(first));
        try (FileManager files = FileManager.showing(window.display(), dropped)) {
            window.await("the first song's row", () -> window.rows().size() == 1);
            window.drag(files.middle(), new Point2D(700, 480));
            window.await("the count", () -> window.says("Drop 4 songs"));
            shoot("dropping");
            window.drop();
            window.await("the rows", () -> window.rows().size() == 5);
        }
        select(0);
        awaitPercent(0, 40);
        shoot("running");

        window.await("the failure", PATIENCE_SECONDS, () -> row(1).state() == JobState.FAILED);
        select(1);
        awaitPercent(2, 20);
        shoot("failed");

        awaitPercent(2, 45);
        select(2);
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.await("the dark", () -> window.scene().getRoot().getStyleClass().contains("dark"));
        shoot("dark");
        window.press(KeyCode.CONTROL, KeyCode.T);

        window.await("the end", PATIENCE_SECONDS, () -> window.rows().stream().allMatch(row -> row.state().isOver()));
        select(0);
        shoot("completed");
        assertThat(FxScene.on(() -> window.rows().stream().map(JobRow::state).toList())).containsExactly(
                JobState.COMPLETED, JobState.FAILED, JobState.COMPLETED, JobState.COMPLETED, JobState.COMPLETED);
        assertThat(folder.resolve("songs/Allemande - stems")).isDirectoryContaining("glob:**/vocals.wav");

        window.empty();
        window.click(".notice .icon");
        window.await("the strip gone", () -> !window.says("removed"));
        shoot("empty");
        window.close();
    }

    private JobRow row(int index) {
        return window.rows().get(index);
    }

    private void select(int index) {
        FxScene.run(() -> {
            window.table().requestFocus();
            window.table().getSelectionModel().clearAndSelect(index);
        });
    }

    private void awaitPercent(int index, int percent) {
        window.await(percent + " percent", PATIENCE_SECONDS,
                () -> row(index).progressProperty().get() >= percent / 100.0);
    }

    private void shoot(String name) throws Exception {
        Shots.take(WIDTH, HEIGHT, TARGET.resolve(name + ".png"));
        assertThat(Files.size(TARGET.resolve(name + ".png"))).isLessThan(200_000);
    }
}
