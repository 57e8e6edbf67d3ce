package app.partita.bench;

import app.partita.engine.kernels.Kernels;
import app.partita.ui.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How time and memory grow with a song's length, each song in a Java of its own with the program's own options.
 * The stems go into a sink that counts and hashes them.
 */
@Command(name = "Growth", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Times songs of growing length.")
final class Growth implements Callable<Integer> {

    private static final String HEAD = "date\tprocessor\tcores\tisa\tthreads\tweights\tminutes\tseconds\t"
            + "processor seconds\tpeak MB\tstems\tseconds of each tenth\tsegments a minute\tsegments of each tenth\n";

    @Option(names = "--released", split = ",", defaultValue = "1,5,30",
            description = "minutes of the songs for the released weights (default: ${DEFAULT-VALUE})")
    private List<Integer> released;

    @Option(names = "--golden", split = ",", defaultValue = "120,720",
            description = "minutes of the songs for the small test network (default: ${DEFAULT-VALUE})")
    private List<Integer> golden;

    @Option(names = "--threads", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
    private int threads;

    @Option(names = "--weights", defaultValue = "${env:PARTITA_TEST_WEIGHTS}", required = true,
            description = "htdemucs.onnx (default: the file that PARTITA_TEST_WEIGHTS names)")
    private Path weights;

    @Option(names = "--golden-weights", defaultValue = "src/test/resources/golden/small/small0fp16-d2fcb10f.th",
            description = "default: ${DEFAULT-VALUE}")
    private Path goldenWeights;

    @Option(names = "--work", defaultValue = "target", description = "for work files of up to 3 GB "
            + "(default: ${DEFAULT-VALUE})")
    private Path work;

    @Option(names = "--record", defaultValue = "src/bench/records/growth.tsv",
            description = "where the lines are added (default: ${DEFAULT-VALUE})")
    private Path record;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Growth()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        measure("released", weights, released);
        measure("golden", goldenWeights, golden);
        return 0;
    }

    private void measure(String name, Path file, List<Integer> lengths) throws Exception {
        for (int minutes : lengths) {
            if (minutes > 0) {
                String cost = cost(file, minutes);
                System.out.println(name + "\t" + cost);
                add("%s\t%s\t%d\t%s\t%d\t%s\t%s%n".formatted(
                        ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES), Machine.processor(),
                        Runtime.getRuntime().availableProcessors(), Kernels.best().instructionSet(), threads, name,
                        cost));
            }
        }
    }

    private String cost(Path file, int minutes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@packaging/java.options",
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseTransparentHugePages",
                "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
                SongCost.class.getName(), file.toString(), Integer.toString(minutes), Integer.toString(threads),
                work.toString()));
        Process song = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String line = new String(song.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (song.waitFor() != 0) {
            throw new IOException("the song of %d minutes failed: %s".formatted(minutes, String.join(" ", command)));
        }
        return line;
    }

    private void add(String line) throws IOException {
        Files.createDirectories(record.toAbsolutePath().getParent());
        Files.writeString(record, Files.exists(record) ? line : HEAD + line, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
