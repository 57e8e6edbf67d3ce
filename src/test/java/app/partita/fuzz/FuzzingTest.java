package app.partita.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for inputs that break our readers, by Jazzer, each in a Java of its own: any exception that the reader's
 * contract does not name, a hang, or memory out of proportion. What was found worth keeping is packed into
 * {@code target/fuzz}, to take the place of the corpus among the resources. {@code -Dfuzz.seconds} is for each reader;
 * {@code -Dfuzz.only} names one.
 */
@Tag("fuzz")
class FuzzingTest {

    private static final Path TARGET = Path.of("target", "fuzz");
    private static final List<String> LIMITS = List.of("-timeout=60", "-rss_limit_mb=4096", "-print_final_stats=1");

    static Set<String> corpora() {
        String only = System.getProperty("fuzz.only", "");
        return only.isEmpty() ? Corpora.READERS.keySet() : Set.of(only.split(","));
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void nothingBreaksTheReader(String corpus) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(TARGET.resolve(corpus));
        Path inputs = Files.createDirectories(folder.resolve("inputs"));
        for (Map.Entry<String, byte[]> input : Corpora.of(corpus).entrySet()) {
            Files.write(inputs.resolve(input.getKey()), input.getValue());
        }
        Path log = folder.resolve("log");

        int code = run(corpus, log, "-max_total_time=" + Integer.getInteger("fuzz.seconds", 600), inputs.toString());

        assertThat(code).as("%s, which ends: %s", log, end(log)).isZero();
        Path kept = Files.createDirectories(folder.resolve("kept"));
        assertThat(run(corpus, folder.resolve("merge-log"), "-merge=1", kept.toString(), inputs.toString())).isZero();
        Corpora.pack(kept, TARGET.resolve(corpus + ".zip"));
        System.out.println("fuzz " + corpus + ": " + end(log));
    }

    private static int run(String corpus, Path log, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--")).forEach(command::add);
        command.addAll(List.of("-ea:app.partita...", "-XX:+EnableDynamicAgentLoading", "-Xmx1g",
                "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Corpora.READERS.get(corpus).getName(), "--instrumentation_includes=app.partita.**",
                "--reproducer_path=" + log.getParent(), "-artifact_prefix=" + log.getParent() + "/"));
        command.addAll(LIMITS);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream().filter(line -> line.startsWith("stat::number_of_executed")
                || line.startsWith("== Java Exception") || line.startsWith("Done ")).toList();
        return String.join("; ", lines);
    }
}
