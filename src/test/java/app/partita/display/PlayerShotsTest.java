package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.OutputFormat;
import app.partita.jobs.JobState;
import app.partita.ui.FxScene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The player in a real run: a song is played while the released network separates it, then whole, near, and as
 * spectrograms. What it plays goes to a loudspeaker that nobody hears.
 */
@Tag("real-run")
class PlayerShotsTest {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final int PATIENCE_SECONDS = 600;
    private static final long MOST_BYTES = 500_000;
    private static final Path TARGET = Path.of("assets", "screenshots");

    @TempDir
    private Path folder;

    private RealWindow window;

    @Test
    void fromTheFirstStretchToTheWholeSong() throws Exception {
        Path home = folder.resolve("home");
        ReleasedWeights.importInto(home);
        DemoAlbum album = new DemoAlbum(folder.resolve("songs"));
        List<Path> songs = List.of(album.song("Courante", "The Four Bars", OutputFormat.FLAC, 96),
                album.song("Sarabande", "The Four Bars", OutputFormat.MP3, 7),
                album.song("Gigue", "The Four Bars", OutputFormat.FLAC, 6),
                album.song("夜の電車", "Partita", OutputFormat.WAV16, 5),
                album.song("Étude for two guitars", "Home recording", OutputFormat.FLAC, 7));
        try (NullSink sink = NullSink.start(folder)) {
            sink.takeOver();
            window = RealWindow.open(home, WIDTH, HEIGHT, songs);
            window.await("the rows", () -> window.rows().size() == songs.size());
            playWhileItSeparates();
            playTheWhole();
            window.close();
        }
    }

    private void playWhileItSeparates() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.T);
        FxScene.run(() -> {
            window.table().requestFocus();
            window.table().getSelectionModel().clearAndSelect(0);
        });
        window.press(KeyCode.ENTER);
        window.await("the lanes", () -> window.find("#solo-vocals") != null);
        awaitPercent(20);
        window.drag(onRuler(0.09), onRuler(0.2));
        window.drop();
        window.click("#solo-vocals");
        window.click("#mute-other");
        drag("#volume-vocals", 0.72);
        drag("#volume-drums", 0.6);
        drag("#volume-bass", 0.68);
        drag("#volume-other", 0.5);
        leave();
        play();
        awaitPercent(46);
        keepPlaying();
        awaitPercent(47);
        shoot("player-dark");
    }

    private void playTheWhole() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.press(KeyCode.DIGIT0);
        window.await("the end", PATIENCE_SECONDS, () -> window.rows().stream()
                .allMatch(row -> row.state() == JobState.COMPLETED));
        window.await("all stretches", () -> window.scene().getRoot().lookupAll(".ready-end").stream()
                .noneMatch(Node::isVisible));
        keepPlaying();
        window.press(KeyCode.L);
        window.robot().clickOn(onRuler(0.38));
        leave();
        window.await("the level", () -> window.scene().getRoot().lookupAll(".level-bar").stream()
                .filter(Node::isVisible).count() > 2);
        shoot("player-light");

        window.press(KeyCode.CONTROL, KeyCode.T);
        window.press(KeyCode.SPACE);
        window.press(KeyCode.G);
        window.await("the spectrograms", () -> window.scene().getRoot().lookupAll(".wave-lane").stream()
                .allMatch(PlayerShotsTest::isColourful));
        shoot("player-spectrogram");

        window.press(KeyCode.G);
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.press(KeyCode.F);
        for (int turn = 0; turn < 8; turn++) {
            window.press(KeyCode.ADD);
        }
        play();
        shoot("player-zoomed");
    }

    private void play() {
        String before = FxScene.on(this::position);
        window.press(KeyCode.SPACE);
        window.await("the playhead to go on", () -> !position().equals(before));
    }

    /** On a machine that has too much to do the loudspeaker gets lost. */
    private void keepPlaying() {
        if (FxScene.on(() -> window.says("audio device"))) {
            window.click(".notice .icon");
            window.await("the notice gone", () -> !window.says("audio device"));
            leave();
            play();
        }
    }

    private String position() {
        return ((Labeled) window.find("#position")).getText();
    }

    private void awaitPercent(int percent) {
        window.await(percent + " percent", PATIENCE_SECONDS,
                () -> window.rows().getFirst().progressProperty().get() >= percent / 100.0);
    }

    /** @param way of the song, 0 to 1 */
    private Point2D onRuler(double way) {
        return on("#ruler", way);
    }

    private void drag(String fader, double way) {
        window.drag(on(fader, 0.9), on(fader, way));
        window.drop();
    }

    private Point2D on(String selector, double way) {
        return FxScene.on(() -> {
            Node node = window.find(selector);
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getMinX() + way * bounds.getWidth(), bounds.getCenterY());
        });
    }

    /** With the pointer and the keyboard where nothing lights up. */
    private void leave() {
        FxScene.run(() -> window.find(".lanes-pane").requestFocus());
        window.robot().moveTo(new Point2D(WIDTH / 2, 385));
    }

    /** Whether all that is to be seen of a lane was painted by more than a colour. */
    private static boolean isColourful(Node lane) {
        return ((Parent) lane).getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance)
                .filter(tile -> tile.getLayoutX() < lane.getLayoutBounds().getWidth() - 1)
                .allMatch(tile -> colours(((ImageView) tile).getImage()) > 2);
    }

    private static long colours(Image image) {
        PixelReader pixels = image.getPixelReader();
        int width = (int) image.getWidth();
        return IntStream.range(0, width * (int) image.getHeight()).map(i -> pixels.getArgb(i % width, i / width))
                .distinct().limit(3).count();
    }

    private static void shoot(String name) throws Exception {
        Path file = TARGET.resolve(name + ".png");
        Shots.take(WIDTH, HEIGHT, file);
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    }
}
