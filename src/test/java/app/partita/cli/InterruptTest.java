package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import app.partita.testkit.TestProgram;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class InterruptTest {

    /** What the issue asks for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"two.wav: 0%", "two.wav: 40%", "two.wav: 97%"})
    void ctrlCKeepsWhatIsDoneAndLeavesNoPartOfTheRest(String when) throws Exception {
        Process process = start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.startsWith(when)) {
                line = out.readLine();
            }
            assertThat(line).isNotNull();
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
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
    }

    private Process start() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                TestProgram.class.getName(), "separate", song("one.wav", 30_000), song("two.wav", 300_000),
                song("three.wav", 30_000));
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
