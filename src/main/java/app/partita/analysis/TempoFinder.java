package app.partita.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Finds a song's beats, best from its drums alone. Fed with the sound in order, from the song's start; for one thread
 * at a time. It listens to the first {@value #LISTENS_SECONDS} seconds, so that its memory is bounded, and goes on
 * counting from there.
 */
public final class TempoFinder {

    /** What comes later than that changes nothing. */
    public static final double LISTENS_SECONDS = 600;

    private static final int FEWEST_ONSETS = 8;

    /** Onsets show as well without the highest tones, and are found in half the time. */
    private static final double RATE = 22_050;

    /** What low sounds are heard at; its half is about where a bass drum's sound ends. */
    private static final double LOW_RATE = 440;

    private final int sampleRate;
    private final MonoMix mix;
    private final Decimator decimator;
    private final Onsets onsets;
    private final float[] decimated = new float[MonoMix.BLOCK];
    private final Decimator lowDecimator;
    private final Onsets lowOnsets;
    private final float[] low = new float[MonoMix.BLOCK];
    private long frames;

    public TempoFinder(int sampleRate, int channels) {
        this.sampleRate = sampleRate;
        mix = new MonoMix(channels);
        int factor = Math.max(1, (int) Math.round(sampleRate / RATE));
        decimator = new Decimator(factor);
        onsets = new Onsets((double) sampleRate / factor);
        int lowFactor = (int) Math.ceil(sampleRate / LOW_RATE);
        lowDecimator = new Decimator(lowFactor);
        lowOnsets = new Onsets((double) sampleRate / lowFactor);
    }

    /** Hears the next frames, interleaved from index {@code offset} (in floats). */
    public void hear(float[] interleaved, int offset, int count) {
        int heard = (int) Math.clamp((long) (LISTENS_SECONDS * sampleRate) - frames, 0, count);
        mix.mix(interleaved, offset, heard, this::hearMono);
        frames += count;
    }

    private void hearMono(float[] mono, int heard) {
        onsets.hear(decimated, decimator.decimate(mono, heard, decimated));
        lowOnsets.hear(low, lowDecimator.decimate(mono, heard, low));
    }

    /** The beats of what has been heard; none if it has no beat. */
    public Optional<Beats> beats() {
        return beats((double) frames / sampleRate);
    }

    /** The beats of a song of that length of which the start has been heard; none if it has no beat. */
    public Optional<Beats> beats(double songSeconds) {
        List<Onset> found = onsets.found();
        if (found.size() < FEWEST_ONSETS) {
            return Optional.empty();
        }
        return new SteadyTempo(found, lowOnsets.found(), songSeconds).find()
                .or(() -> BeatTracker.beats(found));
    }
}
