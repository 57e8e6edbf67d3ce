package app.partita.engine;

import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import java.util.function.BooleanSupplier;

/**
 * What is taken off a song before the network hears it and given back to the stems after: mean and unbiased standard
 * deviation of the mean of its channels ({@code Separator.separate_tensor} of demucs).
 *
 * @param mean      finite
 * @param deviation finite, 0 or more
 */
public record Normalisation(double mean, double deviation) {

    /** Leaves everything as it is, to within 1e-8. */
    public static final Normalisation NONE = new Normalisation(0, 1);

    /** How much of a long song is looked at, so that the first stem can be heard soon. */
    public static final int SECONDS = 600;

    private static final double FLOOR = 1e-8;
    private static final int BLOCK_FRAMES = 16_384;

    public Normalisation {
        if (!Double.isFinite(mean) || !Double.isFinite(deviation) || deviation < 0) {
            throw new IllegalArgumentException("mean " + mean + ", deviation " + deviation);
        }
    }

    /** What samples are divided by. */
    public double scale() {
        return deviation + FLOOR;
    }

    /**
     * Measures a song while it is being decoded; returns when its end or the limit is reached.
     *
     * @param limitFrames how many frames to look at, at most; {@link #SECONDS} times the rate as a rule
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    public static Normalisation measure(MixtureFile mixture, long limitFrames, BooleanSupplier cancelled)
            throws Fault {
        var meter = new NormalisationMeter(mixture.channels(), limitFrames);
        var block = new float[BLOCK_FRAMES * mixture.channels()];
        long frame = 0;
        while (frame < limitFrames) {
            long there = mixture.awaitFrames(Math.min(limitFrames, frame + BLOCK_FRAMES), cancelled);
            int frames = (int) Math.min(BLOCK_FRAMES, Math.min(limitFrames, there) - frame);
            if (frames <= 0) {
                break;
            }
            mixture.read(frame, block, 0, frames);
            meter.add(block, 0, frames);
            frame += frames;
        }
        return meter.result();
    }
}
