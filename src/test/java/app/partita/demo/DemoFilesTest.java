package app.partita.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {

    @TempDir
    private Path folder;

    @Test
    void filesHoldTheSongToTheBit() throws Exception {
        Path song = new DemoFiles(TestAudio.files()).writeTo(folder.resolve("new/demo"));
        assertThat(Folders.tree(folder.resolve("new/demo"))).containsExactly("partita-demo.wav", "true stems",
                "true stems/bass.wav", "true stems/drums.wav", "true stems/other.wav", "true stems/vocals.wav");
        assertThat(Arrays.equals(TestAudio.read(song), new DemoSong().mixture())).isTrue();
        assertThat(Arrays.equals(TestAudio.read(song.resolveSibling("true stems/vocals.wav")),
                new DemoSong().stem(StemKind.VOCALS))).isTrue();
    }

    @Test
    void saysWhichFolderCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> new DemoFiles(TestAudio.files()).writeTo(file))
                .withMessageContaining(file.toString());
    }

    @Test
    void cancelledItLeavesNothing() {
        AtomicInteger asked = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> new DemoFiles(TestAudio.files())
                .writeTo(folder.resolve("demo"), () -> asked.incrementAndGet() > 2));
        assertThat(folder).isEmptyDirectory();
    }
}
