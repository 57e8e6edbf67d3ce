package app.partita.engine;

import app.partita.fault.Fault;

/**
 * Gathers {@link Normalisation} from a song that comes in pieces; how it is cut into pieces does not change the result.
 * For use by one thread.
 */
public final class NormalisationMeter {

    private final int channels;
    private final long limitFrames;
    private long frames;
    private double origin;
    private double sum;
    private double sumOfSquares;

    /** @param limitFrames frames after this many are ignored */
    public NormalisationMeter(int channels, long limitFrames) {
        this.channels = channels;
        this.limitFrames = limitFrames;
    }

    /** Takes the next frames of the song, interleaved; {@code offset} counts floats. */
    public void add(float[] interleaved, int offset, int count) {
        int used = (int) Math.min(count, limitFrames - frames);
        for (int i = 0; i < used; i++) {
            double reference = 0;
            for (int channel = 0; channel < channels; channel++) {
                reference += interleaved[offset + i * channels + channel];
            }
            reference /= channels;
            if (frames == 0) {
                // Sums around the first sample keep their digits when a song has a large constant part.
                origin = reference;
            }
            double distance = reference - origin;
            sum += distance;
            sumOfSquares += distance * distance;
            frames++;
        }
    }

    /** The result for what was added so far; of fewer than two frames the deviation is 0. */
    public Normalisation result() throws Fault {
        if (frames == 0) {
            return new Normalisation(0, 0);
        }
        double centre = sum / frames;
        double variance = frames < 2 ? 0 : Math.max(0, (sumOfSquares - sum * centre) / (frames - 1));
        if (!Double.isFinite(origin + centre) || !Double.isFinite(variance)) {
            throw new Fault("The song holds samples that are not numbers",
                    "Export it again from the program that made it, in an integer format");
        }
        return new Normalisation(origin + centre, Math.sqrt(variance));
    }
}
