package app.partita.engine;

import app.partita.stems.StemKind;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A network of a few frames a segment, whose sums are easy to do by hand. */
final class FakeNetwork implements SegmentNetwork {

    static final List<StemKind> STEMS = List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER, StemKind.VOCALS);

    private static final int STEPS = 4;

    private final ModelSpec spec;
    private final Voice voice;
    private final Runnable eachStep;
    private int finished;

    /** What a stem sounds like at a place of a segment. */
    interface Voice {
        float at(int stem, float[] channel, int frame);
    }

    /** @param eachStep called four times a segment, before the question whether to go on */
    FakeNetwork(int segmentFrames, Voice voice, Runnable eachStep) {
        this.spec = new ModelSpec("fake", STEMS, 100, 2, segmentFrames);
        this.voice = voice;
        this.eachStep = eachStep;
    }

    /** Each stem is the mixture times a power of two. */
    static FakeNetwork gains(int segmentFrames) {
        return new FakeNetwork(segmentFrames, (stem, channel, frame) -> channel[frame] / (1 << stem), () -> { });
    }

    /** Each stem depends on the neighbouring sound and on the place in the segment: it shows every seam. */
    static Voice neighbourly() {
        return (stem, channel, frame) -> {
            float before = frame == 0 ? 0 : channel[frame - 1];
            float after = frame == channel.length - 1 ? 0 : channel[frame + 1];
            return (stem + 1) * channel[frame] + 0.25f * before - 0.125f * after + 0.01f * frame;
        };
    }

    int finished() {
        return finished;
    }

    @Override
    public String identity() {
        return "fake";
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public void separate(float[] mixture, float[] stems, StepListener steps, BooleanSupplier cancelled) {
        int frames = spec.segmentFrames();
        for (int step = 1; step <= STEPS; step++) {
            eachStep.run();
            if (cancelled.getAsBoolean()) {
                Arrays.fill(stems, Float.NaN);
                throw new CancellationException();
            }
            steps.done(step / (double) STEPS);
        }
        for (int row = 0; row < STEMS.size() * 2; row++) {
            float[] channel = Arrays.copyOfRange(mixture, row % 2 * frames, (row % 2 + 1) * frames);
            for (int i = 0; i < frames; i++) {
                stems[row * frames + i] = voice.at(row / 2, channel, i);
            }
        }
        finished++;
    }

    @Override
    public void close() {
    }
}
