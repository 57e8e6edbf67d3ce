package app.partita;

import app.partita.ui.Machine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts Partita's window by its launcher and an empty window of JavaFX on the same JVM, by turns, and measures from the
 * start of the process to its second frame, which JavaFX tells when it is drawn. Needs a display and the program in
 * {@code target/app}; where its archive of classes is missing, it is made first.
 */
@Command(name = "WindowStart", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Measures how long the window takes to start.")
final class WindowStart implements Callable<Integer> {

    private static final Path LAUNCHER = Path.of("target", "app", "bin", "partita");
    private static final List<String> FRAMES_TOLD =
            List.of("-Djavafx.pulseLogger=true", "-Djavafx.pulseLogger.threshold=0");
    private static final String SECOND_FRAME = "PULSE: 2 ";
    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    @Option(names = "--runs", defaultValue = "7", description = "of each (default: ${DEFAULT-VALUE})")
    private int runs;

    private Path home;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WindowStart()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        home = Files.createTempDirectory("partita-bench");
        List<String> partita = List.of(LAUNCHER.toString());
        List<String> java = javaOf(partita);
        if (java.stream().noneMatch(option -> option.startsWith(ARCHIVE))) {
            makeArchive(java);
            java = javaOf(partita);
        }
        List<String> plain = new ArrayList<>(java);
        plain.removeIf(option -> option.startsWith(ARCHIVE));
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("empty", empty(plain));
        commands.put("partita", partita);
        commands.put("without its archive", plain);
        Map<String, double[]> seconds = new LinkedHashMap<>();
        commands.keySet().forEach(name -> seconds.put(name, new double[runs]));
        for (int run = -1; run < runs; run++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                double time = secondsToSecondFrame(command.getValue());
                if (run >= 0) {
                    seconds.get(command.getKey())[run] = time;
                }
            }
        }
        report(seconds);
        return 0;
    }

    /** JavaFX as it comes, from its jars, with the JVM's options that are no measures to start sooner. */
    private static List<String> empty(List<String> java) {
        List<String> command = new ArrayList<>(java.subList(0, java.indexOf("-cp")));
        command.removeIf(option -> option.startsWith("-XX:CompileCommand") || option.startsWith("-Xlog"));
        command.set(command.indexOf("--module-path") + 1, "target/javafx");
        command.addAll(List.of("-cp", "target/bench-classes", EmptyWindow.class.getName()));
        return command;
    }

    private static void report(Map<String, double[]> seconds) throws IOException {
        double empty = median(seconds.get("empty"));
        System.out.println("start of the window " + Machine.described());
        seconds.forEach((name, times) -> System.out.printf(Locale.ROOT, "%-20s %.2f s  ratio %.2f  %s%n", name,
                median(times), median(times) / empty, Arrays.toString(Arrays.stream(times)
                        .mapToObj(time -> String.format(Locale.ROOT, "%.2f", time)).toArray())));
    }

    /** The command line of the Java that the launcher becomes. */
    private List<String> javaOf(List<String> launcher) throws IOException {
        Process process = start(launcher);
        try {
            awaitSecondFrame(process);
            ProcessHandle.Info java = process.toHandle().info();
            List<String> command = new ArrayList<>(List.of(java.command().orElseThrow()));
            command.addAll(List.of(java.arguments().orElseThrow()));
            return command;
        } finally {
            end(process);
        }
    }

    /** As the program does when a window was closed, which is not to be had without a hand on the mouse. */
    private static void makeArchive(List<String> java) {
        String wanted = "-D" + StartArchive.WANTED + "=";
        int classPath = java.indexOf("-cp");
        String archive = java.stream().filter(option -> option.startsWith(wanted)).findFirst().orElseThrow()
                .substring(wanted.length());
        List<String> options = new ArrayList<>(java.subList(1, classPath));
        options.removeAll(FRAMES_TOLD);
        new StartArchive(Path.of(archive), Path.of(java.getFirst()), options, java.get(classPath + 1)).make();
    }

    private double secondsToSecondFrame(List<String> command) throws IOException {
        long start = System.nanoTime();
        Process process = start(command);
        try {
            awaitSecondFrame(process);
            return (System.nanoTime() - start) * 1e-9;
        } finally {
            end(process);
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PARTITA_HOME", home.toString());
        builder.environment().put("PARTITA_JAVA", System.getProperty("java.home"));
        builder.environment().put("PARTITA_OPTS", String.join(" ", FRAMES_TOLD));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void awaitSecondFrame(Process process) throws IOException {
        BufferedReader lines = process.errorReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith(SECOND_FRAME)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("no second frame");
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
