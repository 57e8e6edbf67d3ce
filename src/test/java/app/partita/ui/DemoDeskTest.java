package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeScheduler;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo song takes its time: the button says so at once. */
class DemoDeskTest {

    @TempDir
    private Path folder;
    private FakeWindow fake;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        fake = FxScene.on(() -> FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler()));
    }

    @Test
    void theButtonSaysThatTheSongIsBeingComposed() {
        assertThat(text()).isEqualTo("Try the demo song");

        press();

        assertThat(text()).isEqualTo("Composing the demo song…");
    }

    @Test
    void pressedTwiceItIsComposedOnce() {
        press();
        press();
        FxScene.run(() -> fake.composed.complete(Path.of("/demo/song.wav")));

        assertThat(fake.done).containsExactly("demo", "add [/demo/song.wav]");
        assertThat(text()).isEqualTo("Try the demo song");
    }

    @Test
    void whatCouldNotBeComposedCanBeTriedAgain() {
        press();
        FxScene.run(() -> fake.composed.completeExceptionally(new IllegalStateException("no room")));
        assertThat(text()).isEqualTo("Try the demo song");

        press();

        assertThat(fake.done).containsExactly("demo", "demo");
    }

    private void press() {
        FxScene.run(() -> demo().fire());
    }

    private String text() {
        return FxScene.on(() -> demo().getText());
    }

    private Button demo() {
        return (Button) fake.scene.lookup("#empty-demo");
    }
}
