package app.partita.ui.system;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.ui.FxScene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaPreviewTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<Fault> failed = new LinkedBlockingQueue<>();

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @Test
    void withoutADeviceItSaysSo() throws Exception {
        MediaPreview preview = new MediaPreview(() -> false, Runnable::run);
        FxScene.run(() -> preview.toggle(Path.of("/music/a.wav"), failed::add));

        assertThat(failed.poll(10, TimeUnit.SECONDS)).hasMessage("There is no audio device to play through.");
    }

    @Test
    void aFormatThatItDoesNotPlayIsNamed() throws Exception {
        Path song = Files.writeString(folder.resolve("song.ogg"), "OggS");
        MediaPreview preview = new MediaPreview(() -> true, Runnable::run);
        FxScene.run(() -> preview.toggle(song, failed::add));

        Fault fault = failed.poll(20, TimeUnit.SECONDS);
        assertThat(fault).isNotNull().hasMessageStartingWith("song.ogg cannot be previewed");
        assertThat(fault.nextStep()).isNotBlank();
    }

    @Test
    void whatWasStoppedBeforeItBeganSaysNothing() {
        LinkedBlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
        MediaPreview preview = new MediaPreview(() -> false, background::add);
        FxScene.run(() -> preview.toggle(Path.of("/music/a.wav"), failed::add));
        FxScene.run(() -> preview.toggle(Path.of("/music/a.wav"), failed::add));
        background.remove().run();
        FxScene.settle();

        assertThat(background).isEmpty();
        assertThat(failed).isEmpty();
    }
}
