package app.partita.engine.htdemucs;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsFile;
import app.partita.ui.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where a segment's time goes: milliseconds of every stage, and how fast it computes where its work is known. */
@Command(name = "Layers", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Prints the milliseconds and GFLOP/s of every stage of one segment.")
final class Layers implements Callable<Integer> {

    private static final long SEED = 11;
    private static final String ROW = "%-28s %9.1f %6.1f%% %9.2f %9.1f%n";

    @Option(names = "--threads", defaultValue = "2", description = "threads (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--runs", defaultValue = "5", description = "timed runs (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--warm-up", defaultValue = "3", description = "untimed runs (default: ${DEFAULT-VALUE})")
    private int warmUps;

    @Option(names = "--weights", defaultValue = "${env:PARTITA_TEST_WEIGHTS}", required = true,
            description = "ONNX, safetensors or .th (default: the file that PARTITA_TEST_WEIGHTS names)")
    private Path weights;

    @Option(names = "--scalar", description = "without SIMD")
    private boolean scalar;

    private final Map<String, double[]> milliseconds = new LinkedHashMap<>();
    private final Map<String, Double> flops = new LinkedHashMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Layers()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Kernels kernels = scalar ? new ScalarKernels() : Kernels.best();
        try (Weights file = WeightsFile.open(weights); Workers workers = new Workers(threads)) {
            var store = file.store();
            HtDemucs network = new HtDemucs(new StoredParameters(store), kernels, workers);
            StageWork work = new StageWork(store);
            float[] mixture = noise(network.audioChannels() * network.samples());
            float[] stems = new float[network.sources() * mixture.length];
            double[] totals = new double[runs];
            for (int run = -warmUps; run < runs; run++) {
                double total = time(network, mixture, stems, work, run);
                if (run >= 0) {
                    totals[run] = total;
                }
            }
            print(kernels.instructionSet(), median(totals));
        }
        return 0;
    }

    private double time(HtDemucs network, float[] mixture, float[] stems, StageWork work, int run) {
        long start = System.nanoTime();
        long[] last = {start};
        network.forward(mixture, stems, (stage, output) -> {
            long now = System.nanoTime();
            // Both branches of these are reported after both are done.
            String row = stage.endsWith("_t") ? stage.substring(0, stage.length() - 2) : stage;
            double operations = work.flops(stage, output);
            if (run >= 0) {
                milliseconds.computeIfAbsent(row, name -> new double[runs])[run] += (now - last[0]) * 1e-6;
            }
            if (run == 0) {
                flops.merge(row, operations, Double::sum);
            }
            last[0] = System.nanoTime();
        });
        return (System.nanoTime() - start) * 1e-6;
    }

    private void print(String instructionSet, double total) throws IOException {
        System.out.printf(Locale.ROOT, "layers date=%s processor=\"%s\" threads=%d kernels=%s runs=%d%n",
                LocalDate.now(), Machine.processor(), threads, instructionSet, runs);
        System.out.printf("%-28s %9s %7s %9s %9s%n", "stage", "ms", "share", "GFLOP", "GFLOP/s");
        milliseconds.forEach((stage, times) -> print(stage, median(times), total, flops.get(stage)));
        print("segment", total, total, flops.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private static void print(String name, double time, double total, double flops) {
        String row = String.format(Locale.ROOT, ROW, name, time, 100 * time / total, flops * 1e-9, flops / time * 1e-6);
        System.out.print(flops > 0 ? row : row.substring(0, row.indexOf('%') + 1) + "\n");
    }

    private static float[] noise(int length) {
        Random random = new Random(SEED);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
        }
        return noise;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
