package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.TestAudio;
import app.partita.ui.FxScene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files of another program, dragged with the mouse or copied, come into the window. */
@Tag("display")
@ExtendWith(ProgramOnScreen.class)
class DropDisplayTest {

    private static final Point2D OVER = new Point2D(500, 400);

    @TempDir
    private Path folder;

    private final RealWindow window;

    DropDisplayTest(RealWindow window) {
        this.window = window;
    }

    @BeforeEach
    void empty() {
        window.empty();
    }

    @Test
    void songsAndAFolderAreQueuedInTheirOrder() throws Exception {
        Path album = folder.resolve("album");
        song("album/2.wav");
        song("album/inner/3.wav");
        try (FileManager files = FileManager.showing(window.display(), List.of(song("1.wav"), album))) {
            window.drag(files.middle(), OVER);
            window.await("the frame", () -> overlay().isVisible() && window.says("Drop 2 items"));
            window.drop();

            window.await("three rows", () -> window.rows().size() == 3);
            assertThat(FxScene.on(window::names)).containsExactly("1.wav", "2.wav", "3.wav");
            assertThat(FxScene.on(() -> overlay().isVisible())).isFalse();
        }
    }

    @Test
    void songsAreCountedWhileTheyHangOverTheWindow() throws Exception {
        List<Path> songs = List.of(song("1.wav"), song("2.wav"), song("3.wav"));
        try (FileManager files = FileManager.showing(window.display(), songs)) {
            window.drag(files.middle(), OVER);
            window.await("the count", () -> window.says("Drop 3 songs"));
            window.picture("dropping");

            window.robot().moveTo(files.middle());
            window.await("the frame gone", () -> !overlay().isVisible());
            window.drop();
        }
        assertThat(FxScene.on(() -> window.rows())).isEmpty();
    }

    @Test
    void rubbishIsRefusedWhileItHangsOverTheWindow() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.pdf"), "Dear");
        try (FileManager files = FileManager.showing(window.display(), List.of(letter))) {
            window.drag(files.middle(), OVER);
            window.await("the refusal", () -> overlay().isVisible() && window.says("No songs in there"));
            window.drop();
            window.await("the frame gone", () -> !overlay().isVisible());
        }
        assertThat(FxScene.on(() -> window.rows())).isEmpty();
    }

    @Test
    void rubbishAmongSongsIsToldInOneNotice() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.pdf"), "Dear");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "c d e");
        try (FileManager files = FileManager.showing(window.display(), List.of(song("1.wav"), letter, notes))) {
            window.drag(files.middle(), OVER);
            window.await("the frame", () -> overlay().isVisible());
            window.drop();

            window.await("the notice", () -> window.says("2 files hold no sound"));
            window.await("one row", () -> window.names().equals(List.of("1.wav")));
        }
    }

    @Test
    void filesCopiedInAnotherProgramArePasted() throws Exception {
        try (FileManager files = FileManager.copying(window.display(), List.of(song("1.wav"), song("2.wav")))) {
            window.press(KeyCode.CONTROL, KeyCode.V);

            window.await("two rows", () -> window.names().equals(List.of("1.wav", "2.wav")));
        }
    }

    private Node overlay() {
        return window.find("#drop-overlay");
    }

    private Path song(String name) {
        return TestAudio.wav(folder.resolve(name), 44_100, 2, TestAudio.chord(44_100, 2, 4_410));
    }
}
