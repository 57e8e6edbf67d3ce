package app.partita.bench;

import app.partita.engine.Normalisation;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.SegmentOrder;
import app.partita.engine.SeparationEngine;
import app.partita.engine.SeparationOptions;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemWorkFile;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What one song costs in a Java of its own, for {@link Growth}: prints minutes, seconds, processor seconds, the most
 * memory in MB, the hash of the stems, the seconds of each tenth, then the whole song's and each tenth's time counted in
 * segments by a {@link Yardstick}. The network is warm when the clock starts.
 *
 * <p>Arguments: weights, minutes, threads, a folder for work files.
 */
final class SongCost {

    private static final long WARM_UP_NANOSECONDS = 20_000_000_000L;

    private SongCost() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[3]), "growth-");
        try (SegmentNetwork network = new HtDemucsLoader(Kernels.best(), Path.of(arguments[3]))
                .load("htdemucs", Path.of(arguments[0]), Integer.parseInt(arguments[2]))) {
            Yardstick yardstick = new Yardstick(network);
            warmUp(yardstick);
            separate(yardstick, folder, Integer.parseInt(arguments[1]));
        } finally {
            Files.delete(folder);
        }
    }

    private static void warmUp(Yardstick network) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_NANOSECONDS) {
            network.pass();
        }
    }

    private static void separate(Yardstick network, Path folder, int minutes) throws Exception {
        Path file = folder.resolve("mixture.f32");
        try (MixtureFile mixture = MixtureFile.create(file, network.spec().channels());
             StemWorkFile stems = StemWorkFile.open(folder.resolve("stems"), network.spec().stems(),
                     network.spec().channels(), network.spec().sampleRate())) {
            GrowingSong song = new GrowingSong(mixture, network.spec().sampleRate(), minutes);
            Laps laps = new Laps(minutes, network);
            HashingSink sink = new HashingSink(file, stems, () -> {
                song.minuteIsOver();
                laps.minuteIsOver();
            });
            Thread.ofPlatform().start(song);
            double processor = processorSeconds();
            long start = System.nanoTime();
            new SeparationEngine(network).separate(mixture, Normalisation.NONE, SeparationOptions.DEFAULT,
                    SegmentOrder.sequential(), stems, sink, () -> false);
            Yardstick.Reading additional = network.total();
            double seconds = (System.nanoTime() - start) * 1e-9 - additional.seconds();
            processor = processorSeconds() - processor - additional.processorSeconds();
            if (sink.frames() != song.frames()) {
                throw new Fault("Of " + song.frames() + " frames came " + sink.frames(), "Look for the error.");
            }
            System.out.printf(Locale.ROOT, "%d\t%.1f\t%.1f\t%.0f\t%s\t%s\t%.2f\t%s%n", minutes, seconds, processor,
                    peakMegabytes(), sink.hash(), laps.seconds(), additional.measure(seconds) / minutes,
                    laps.segments());
        }
    }

    static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() * 1e-9;
    }

    private static double peakMegabytes() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() * 1024e-6;
    }
}
