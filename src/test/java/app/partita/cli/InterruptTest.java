package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import app.partita.testkit.SlowDisk;
import app.partita.testkit.TestAudio;
import app.partita.testkit.TestProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class InterruptTest {

    /** What the issue asks for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MEBIBYTES = 64;
    private static final int BYTES_PER_SECOND = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"two.wav: 0%", "two.wav: 40%", "two.wav: 97%"})
    void ctrlCKeepsWhatIsDoneAndLeavesNoPartOfTheRest(String when) throws Exception {
        Process process = start(song("one.wav", 30_000), song("two.wav", 300_000), song("three.wav", 30_000));
        try (BufferedReader out = process.inputReader()) {
            await(out, when);
            interrupt(process);
            long began = System.nanoTime();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(took).isLessThan(PATIENCE);
            assertThat(Files.readString(folder.resolve("err"))).contains("interrupted; 1 of 3 songs are done");
        } finally {
            process.destroyForcibly();
        }
        assertThat(Folders.tree(folder.resolve("music"))).containsExactly("one - stems", "one - stems/bass.wav",
                "one - stems/drums.wav", "one - stems/other.wav", "one - stems/vocals.wav", "one.wav", "three.wav",
                "two.wav");
    }

    @Test
    void theSameCommandGoesOnWhereItStopped() throws Exception {
        String song = song("song.wav", 900_000);
        Process first = start(song);
        try (BufferedReader out = first.inputReader()) {
            await(out, "song.wav: 60%");
            interrupt(first);
            assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(folder.resolve("err"))).contains("goes on");
        Process second = start(song);
        Duration separating;
        try (BufferedReader out = second.inputReader()) {
            await(out, "song.wav: 16%");
            long began = System.nanoTime();
            await(out, "song.wav: 50%");
            separating = Duration.ofNanos(System.nanoTime() - began);
            await(out, "song.wav: stems in");
            assertThat(second.waitFor()).isZero();
        }
        // From 16 to 50 percent the slow network takes 2 seconds.
        assertThat(separating).isLessThan(Duration.ofMillis(500));
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
    }

    /** The stems are being flushed: the disk holds the song, but not the person. */
    @Test
    void ctrlCIsAnsweredAtOnceOnASlowDiskToo() throws Exception {
        try (SlowDisk disk = SlowDisk.of(folder.resolve("image"), folder.resolve("music"), MEBIBYTES, BYTES_PER_SECOND)) {
            Process process = start(song("song.wav", 300_000));
            try (BufferedReader out = process.inputReader()) {
                await(out, "song.wav: 99%");
                LockSupport.parkNanos(LATER.toNanos());
                interrupt(process);
                long began = System.nanoTime();
                while (!Files.readString(folder.resolve("err")).contains("interrupted; 0 of 1 songs are done")) {
                    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
                    LockSupport.parkNanos(LOOK.toNanos());
                }
                assertThat(process.isAlive()).as("it is still held").isTrue();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(130);
            } finally {
                process.destroyForcibly();
            }
            assertThat(Folders.tree(disk.path())).filteredOn(name -> !name.startsWith("lost+found"))
                    .containsExactly("song.wav");
        }
    }

    private static void await(BufferedReader out, String line) throws IOException {
        String said = out.readLine();
        while (said != null && !said.startsWith(line)) {
            said = out.readLine();
        }
        assertThat(said).isNotNull();
    }

    private Process start(String... songs) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                TestProgram.class.getName(), "separate");
        builder.command().addAll(List.of(songs));
        builder.environment().put("PARTITA_HOME", folder.resolve("home").toString());
        builder.redirectError(folder.resolve("err").toFile());
        return builder.start();
    }

    private static void interrupt(Process process) throws Exception {
        int sent = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(sent).isZero();
    }

    private String song(String name, int frames) {
        Path file = folder.resolve("music").resolve(name);
        return TestAudio.wav(file, 44_100, 2, TestAudio.chord(44_100, 2, frames)).toString();
    }
}
