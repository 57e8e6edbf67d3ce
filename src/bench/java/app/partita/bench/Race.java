package app.partita.bench;

import app.partita.engine.SegmentNetwork;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Races our engine against ONNX Runtime on the same weights in the same JVM, runs alternating, and prints one line.
 * The measured peak is that of one core, taken between the runs, so that a noisy hour can be told from a slow engine.
 */
@Command(name = "Race", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Times one segment in Partita and in ONNX Runtime.")
final class Race implements Callable<Integer> {

    private static final int PEAK_TRIES = 8;

    @Option(names = "--threads", defaultValue = "2", description = "threads of each (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--runs", defaultValue = "5", description = "timed runs of each (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--warm-up", defaultValue = "3", description = "untimed runs of each (default: ${DEFAULT-VALUE})")
    private int warmUps;

    @Option(names = "--weights", defaultValue = "${env:PARTITA_TEST_WEIGHTS}", required = true,
            description = "htdemucs.onnx (default: the file that PARTITA_TEST_WEIGHTS names)")
    private Path weights;

    @Option(names = "--record", defaultValue = "src/bench/records/races.tsv",
            description = "where the race is added to all races so far (default: ${DEFAULT-VALUE})")
    private Path record;

    @Option(names = "--peer-only", description = "times ONNX Runtime alone")
    private boolean peerOnly;

    private final Peak peak = new Peak();
    private double bestPeak;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Race()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Cost[] peer = new Cost[runs];
        Cost[] ours = new Cost[runs];
        try (Contestant onnxRuntime = new OnnxRuntime(weights, threads);
             Contestant partita = peerOnly ? null : new Partita(load())) {
            List<Contestant> field = new ArrayList<>(List.of(onnxRuntime));
            if (partita != null) {
                field.addFirst(partita);
            }
            for (int i = 0; i < warmUps; i++) {
                for (Contestant contestant : field) {
                    cost(contestant);
                }
            }
            for (int i = 0; i < runs; i++) {
                for (Contestant contestant : field) {
                    (contestant == partita ? ours : peer)[i] = cost(contestant);
                }
            }
        }
        System.err.printf(Locale.ROOT, "each run: partita=%s onnxruntime=%s%n", Arrays.toString(ours),
                Arrays.toString(peer));
        if (peerOnly) {
            System.out.println(line(null, Cost.median(peer)));
            return 0;
        }
        System.out.println(line(Cost.median(ours), Cost.median(peer)));
        new RaceRecord(Peak.isa(), bestPeak, threads, runs, Cost.median(ours), Cost.median(peer)).addTo(record);
        return 0;
    }

    private Cost cost(Contestant contestant) throws Exception {
        bestPeak = Math.max(bestPeak, peak.measure(PEAK_TRIES));
        return Cost.of(contestant);
    }

    private SegmentNetwork load() throws Fault {
        return new HtDemucsLoader(Kernels.best()).load("htdemucs", weights, threads);
    }

    private String line(Cost ours, Cost peer) {
        String head = String.format(Locale.ROOT, "race segment threads=%d isa=%s peak=%.0fGF/s", threads, Peak.isa(),
                bestPeak);
        return peerOnly
                ? String.format(Locale.ROOT, "%s onnxruntime=%.2fs", head, peer.seconds())
                : String.format(Locale.ROOT, "%s partita=%.2fs onnxruntime=%.2fs ratio=%.2f", head, ours.seconds(), peer.seconds(),
                        ours.seconds() / peer.seconds());
    }
}
