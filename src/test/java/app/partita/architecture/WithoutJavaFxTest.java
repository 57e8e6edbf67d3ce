package app.partita.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a Java of its own whose class path holds no JavaFX. */
class WithoutJavaFxTest {

    private static final Path GOLDEN_NETWORK = Path.of("src/test/resources/golden/small/model_fp16.safetensors");

    @TempDir
    private Path folder;

    @Test
    void everythingButTheWindowLoads() throws Exception {
        assertThat(outputOf(ClassLoadingMain.class)).contains("classes loaded");
    }

    @Test
    void theEngineSeparates() throws Exception {
        assertThat(outputOf(EngineMain.class, GOLDEN_NETWORK.toString())).contains("stems separated");
    }

    private String outputOf(Class<?> main, String... arguments) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().contains("javafx"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process child = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).as("ended in time").isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
