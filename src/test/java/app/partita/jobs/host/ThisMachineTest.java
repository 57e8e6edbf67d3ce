package app.partita.jobs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThisMachineTest {

    @TempDir
    private Path folder;

    @Test
    void tellsVersionsSystemAndProcessor() throws Exception {
        Path processors = Files.writeString(folder.resolve("cpuinfo"), """
                processor\t: 0
                model name\t: Imaginary 9000 @ 3.0GHz
                processor\t: 1
                model name\t: Imaginary 9000 @ 3.0GHz
                """);
        assertThat(new ThisMachine(Map.of(), processors).with("1.2.3", "AVX2")).startsWith("Partita 1.2.3, Java 2")
                .contains(System.getProperty("os.name"), System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors() + " × Imaginary 9000 @ 3.0GHz (AVX2)", "MiB")
                .doesNotContain(System.getProperty("user.home"));
    }

    @Test
    void whereLinuxDoesNotTellWindowsMay() {
        Path none = folder.resolve("none");
        assertThat(new ThisMachine(Map.of("PROCESSOR_IDENTIFIER", "Intel64 Family 6"), none).with("1", "AVX2"))
                .contains("× Intel64 Family 6 (AVX2)");
        assertThat(new ThisMachine(Map.of(), none).with("1", "AVX2")).contains("× processor (AVX2)");
    }
}
