package app.partita.engine;

import app.partita.engine.chunks.SegmentPlan;
import app.partita.engine.chunks.TransitionWeights;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemWorkFile;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/**
 * Separates whole songs with a network that knows only segments. Runs on the calling thread; one song at a time.
 */
public final class SeparationEngine {

    private final SegmentNetwork network;
    private final float[] input;
    private final float[] output;

    public SeparationEngine(SegmentNetwork network) {
        this.network = network;
        ModelSpec spec = network.spec();
        input = new float[spec.channels() * spec.segmentFrames()];
        output = new float[spec.stems().size() * input.length];
    }

    /** What the network takes and gives. */
    public ModelSpec spec() {
        return network.spec();
    }

    /**
     * Separates a song, which may still be growing, to its end. What was kept of it is not computed again, if nothing
     * changed on which its bytes depend.
     *
     * @param mixture       at the network's rate and channels
     * @param normalisation of this song
     * @param order         which part comes first
     * @param out           for the network's stems, fresh or kept; complete when this returns
     * @param listener      told on this thread
     * @param cancelled     asked often
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     * @throws Fault when a work file cannot be written, the song cannot be decoded, or the network gives no numbers
     */
    public void separate(MixtureFile mixture, Normalisation normalisation, SeparationOptions options,
                         SegmentOrder order, StemWorkFile out, EngineListener listener, BooleanSupplier cancelled)
            throws Fault {
        separate(mixture, normalisation, Layout.of(options, spec().sampleRate()), order, out, listener, cancelled);
    }

    /** As above, with everything that the reference lets one choose. */
    void separate(MixtureFile mixture, Normalisation normalisation, Layout layout, SegmentOrder order,
                  StemWorkFile out, EngineListener listener, BooleanSupplier cancelled) throws Fault {
        ModelSpec spec = spec();
        if (mixture.channels() != spec.channels() || !out.stems().equals(spec.stems())) {
            throw new IllegalArgumentException("work files that do not fit the model " + spec.name());
        }
        var plan = SegmentPlan.of(spec.segmentFrames(), layout.overlap());
        float[] weights = TransitionWeights.triangle(spec.segmentFrames(), layout.transitionPower());
        var log = out.openLog(key(normalisation, layout), output.length);
        var queues = Arrays.stream(layout.leads())
                .mapToObj(lead -> new SegmentQueue(plan, mixture, lead, order)).toList();
        var progress = new EngineProgress(listener,
                () -> queues.stream().mapToInt(SegmentQueue::expectedCount).sum());
        for (int i = 0; i < queues.size(); i++) {
            var run = new OverlapAdd.Run(i, queues.size(), layout.leads()[i]);
            SegmentQueue queue = queues.get(i);
            var assembly = new OverlapAdd(plan, weights, normalisation, run, queue::length, out, log, listener);
            resume(log.kept(i), queue, assembly, progress, cancelled);
            new SongRun(network, mixture, normalisation, run.lead(), input, output)
                    .separate(queue, assembly, progress, cancelled);
        }
        if (mixture.frames() == 0) {
            throw new Fault("The song holds no sound.", "Check that it plays elsewhere.");
        }
        log.write();
        out.complete(mixture.frames());
    }

    /** All that the stems depend on besides the song. */
    private String key(Normalisation normalisation, Layout layout) {
        return "%s, %s %d stems at %d Hz, segments of %d, overlap %a, power %a, leads %s, mean %a, deviation %a".formatted(
                network.identity(), spec().name(), spec().stems().size(), spec().sampleRate(), spec().segmentFrames(),
                layout.overlap(), layout.transitionPower(), Arrays.toString(layout.leads()), normalisation.mean(),
                normalisation.deviation());
    }

    /** Takes what an interrupted separation left; the song must be there as far, or to its end, to tell where that lies. */
    private static void resume(SortedMap<Integer, OptionalInt> kept, SegmentQueue queue, OverlapAdd assembly,
                               EngineProgress progress, BooleanSupplier cancelled) throws Fault {
        if (!kept.isEmpty()) {
            queue.awaitSound(kept.lastKey(), cancelled);
            assembly.resume(kept);
            kept.keySet().forEach(queue::markDone);
            progress.resumed(kept.size());
        }
    }

    /**
     * How segments lie over the song.
     *
     * @param transitionPower of the weights where segments overlap
     * @param leads           for each run over the song, how many frames of silence come before it
     */
    record Layout(double overlap, double transitionPower, int... leads) {

        /** The shifts of {@code apply_model}: each run starts up to half a second late. */
        static Layout of(SeparationOptions options, int sampleRate) {
            if (options.shifts() == 0) {
                return new Layout(options.overlap(), 1, 0);
            }
            int longest = sampleRate / 2;
            // The one generator whose numbers the Java language promises never to change.
            var random = new Random(options.seed());
            int[] leads = new int[options.shifts()];
            Arrays.setAll(leads, run -> longest - random.nextInt(longest + 1));
            return new Layout(options.overlap(), 1, leads);
        }
    }
}
