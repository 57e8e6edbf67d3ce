package app.partita.bench;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import java.util.function.BooleanSupplier;

/**
 * A network that separates one more segment now and then, always the same, and clocks it: what a song takes, counted in
 * that, tells a song that grows slower from an hour in which other programs have the machine.
 */
final class Yardstick implements SegmentNetwork {

    private static final int EVERY = 4;

    private final SegmentNetwork network;
    private final float[] mixture;
    private final float[] stems;
    private int segments;
    private Reading total = new Reading(0, 0, 0);

    Yardstick(SegmentNetwork network) {
        this.network = network;
        this.mixture = new float[network.spec().channels() * network.spec().segmentFrames()];
        this.stems = new float[network.spec().stems().size() * mixture.length];
    }

    /** What the additional segments took so far. */
    record Reading(int passes, double seconds, double processorSeconds) {

        Reading since(Reading before) {
            return new Reading(passes - before.passes, seconds - before.seconds,
                    processorSeconds - before.processorSeconds);
        }

        /** So many seconds, counted in additional segments. */
        double measure(double length) {
            return length * passes / seconds;
        }
    }

    Reading total() {
        return total;
    }

    /** Separates the additional segment. */
    void pass() {
        network.separate(mixture, stems, _ -> { }, () -> false);
    }

    @Override
    public ModelSpec spec() {
        return network.spec();
    }

    @Override
    public String identity() {
        return network.identity();
    }

    @Override
    public void separate(float[] song, float[] separated, StepListener steps, BooleanSupplier cancelled) {
        network.separate(song, separated, steps, cancelled);
        if (++segments % EVERY == 0) {
            double processor = SongCost.processorSeconds();
            long start = System.nanoTime();
            pass();
            total = new Reading(total.passes + 1, total.seconds + (System.nanoTime() - start) * 1e-9,
                    total.processorSeconds + SongCost.processorSeconds() - processor);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
