package app.partita.testkit;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.stems.StemKind;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A network without weights: the first stem is 0.4, the second 0.3, the third 0.2, the fourth 0.1 of the mixture, in
 * segments of one second.
 */
public final class FakeNetwork implements SegmentNetwork {

    public static final ModelSpec SPEC = new ModelSpec("fake",
            List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER, StemKind.VOCALS), 44_100, 2, 44_100);
    /** The part of the mixture in each stem. */
    public static final List<Float> PARTS = List.of(0.4f, 0.3f, 0.2f, 0.1f);

    private static final int STEPS = 20;

    private final Runnable beforeStep;
    private final AtomicInteger closed = new AtomicInteger();

    public FakeNetwork() {
        this(() -> { });
    }

    /** @param beforeStep run before each of a segment's steps: may wait, cancel, or throw */
    public FakeNetwork(Runnable beforeStep) {
        this.beforeStep = beforeStep;
    }

    @Override
    public String identity() {
        return "fake";
    }

    @Override
    public ModelSpec spec() {
        return SPEC;
    }

    @Override
    public void separate(float[] mixture, float[] stems, StepListener steps, BooleanSupplier cancelled) {
        for (int step = 1; step <= STEPS; step++) {
            beforeStep.run();
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            steps.done((double) step / STEPS);
        }
        for (int stem = 0; stem < PARTS.size(); stem++) {
            for (int i = 0; i < mixture.length; i++) {
                stems[stem * mixture.length + i] = PARTS.get(stem) * mixture[i];
            }
        }
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }

    public int timesClosed() {
        return closed.get();
    }
}
