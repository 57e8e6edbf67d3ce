package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.TestAudio;
import app.partita.ui.FxScene;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The desktop's own dialog for files. */
@Tag("display")
@ExtendWith(ProgramOnScreen.class)
class DialogDisplayTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 30;

    @TempDir
    private Path folder;

    private final RealWindow window;

    DialogDisplayTest(RealWindow window) {
        this.window = window;
    }

    @Test
    void aSongChosenInTheDialogIsQueued() throws Exception {
        Path song = TestAudio.wav(folder.resolve("chosen.wav"), 44_100, 2, TestAudio.chord(44_100, 2, 4_410));
        XDoTool hand = new XDoTool(window.display());
        window.empty();
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.await("the dialog", () -> hand.window("Add songs").isPresent());
        hand.focus(hand.window("Add songs").orElseThrow());
        int[] before = FxScene.on(DialogDisplayTest::top);

        hand.type("/");
        window.await("the field for a path", () -> !Arrays.equals(before, top()));
        hand.type(song.toString().substring(1));
        window.picture("dialog");
        hand.key("Return");

        window.await("the chosen song", () -> window.names().equals(List.of("chosen.wav")));
    }

    @Test
    void aDialogThatIsLeftQueuesNothing() throws Exception {
        XDoTool hand = new XDoTool(window.display());
        window.empty();
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.await("the dialog", () -> hand.window("Add songs").isPresent());
        hand.focus(hand.window("Add songs").orElseThrow());

        hand.key("Escape");

        window.await("the dialog gone", () -> hand.window("Add songs").isEmpty());
        assertThat(FxScene.on(window::names)).isEmpty();
    }

    /** The pixels of the dialog's upper edge, where a field appears as soon as a path is typed. */
    private static int[] top() {
        WritableImage image = new Robot().getScreenCapture(null, 0, 0, WIDTH, HEIGHT);
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return pixels;
    }
}
