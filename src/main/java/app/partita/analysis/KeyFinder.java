package app.partita.analysis;

import be.tarsos.dsp.ConstantQ;
import java.util.Optional;

/**
 * Finds a song's key, best without its drums: how much of each of the twelve tones is heard, by TarsosDSP's constant-Q
 * transform, is held against what listeners expect of each key. Fed with the sound in any order; for one thread at a
 * time. Its memory does not grow.
 */
public final class KeyFinder {

    private static final double ANALYSIS_RATE = 5_500;
    private static final double LOWEST_HERTZ = 55;
    private static final int OCTAVES = 5;
    private static final int TONES = 12;

    /** Three bins a semitone: the middle one is in tune, the others are for songs that are not tuned to 440 Hz. */
    private static final int FINE = 3;

    /** Semitones from C up to the lowest tone, A. */
    private static final int LOWEST_TONE = 9;

    private static final double SILENCE = 1e-4;

    private final MonoMix mix;
    private final Decimator decimator;
    private final ConstantQ constantQ;
    private final float[] window;
    private final float[] work;
    private final float[] decimated = new float[MonoMix.BLOCK];
    private final double[] chroma = new double[TONES * FINE];
    private int filled;

    public KeyFinder(int sampleRate, int channels) {
        mix = new MonoMix(channels);
        int factor = Math.max(1, (int) Math.round(sampleRate / ANALYSIS_RATE));
        decimator = new Decimator(factor);
        // A third of a semitone lower, so that each tone lies in the middle of its three bins.
        double lowest = LOWEST_HERTZ * Math.pow(2, -1.0 / (TONES * FINE));
        constantQ = new ConstantQ((float) sampleRate / factor, (float) lowest, (float) (lowest * (1 << OCTAVES)),
                TONES * FINE);
        window = new float[constantQ.getFFTlength()];
        work = new float[2 * window.length];
    }

    /** Hears frames, interleaved from index {@code offset} (in floats). */
    public void hear(float[] interleaved, int offset, int count) {
        mix.mix(interleaved, offset, count, this::hearMono);
    }

    private void hearMono(float[] mono, int frames) {
        int kept = decimator.decimate(mono, frames, decimated);
        for (int i = 0; i < kept; i++) {
            window[filled++] = decimated[i];
            if (filled == window.length) {
                analyse();
                filled /= 2;
                System.arraycopy(window, window.length - filled, window, 0, filled);
            }
        }
    }

    private void analyse() {
        System.arraycopy(window, 0, work, 0, window.length);
        constantQ.calculateMagintudes(work);
        float[] magnitudes = constantQ.getMagnitudes();
        double sum = 0;
        for (float magnitude : magnitudes) {
            sum += magnitude;
        }
        if (sum < SILENCE) {
            return;
        }
        for (int i = 0; i < Math.min(magnitudes.length, OCTAVES * chroma.length); i++) {
            chroma[i % chroma.length] += Math.sqrt(magnitudes[i] / sum);
        }
    }

    /** The key of what has been heard; none if that was silent. */
    public Optional<MusicalKey> key() {
        double[] tones = tuned();
        MusicalKey best = null;
        double highest = 0;
        for (MusicalKey.Mode mode : MusicalKey.Mode.values()) {
            for (int tonic = 0; tonic < TONES; tonic++) {
                double likeness = KeyProfiles.likeness(tones, tonic, mode);
                if (likeness > highest) {
                    highest = likeness;
                    best = new MusicalKey(tonic, mode);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How much is heard of each tone from C on, in the tuning in which most is heard. */
    private double[] tuned() {
        int tuning = 0;
        double most = -1;
        for (int fine = 0; fine < FINE; fine++) {
            double sum = 0;
            for (int tone = 0; tone < TONES; tone++) {
                sum += chroma[tone * FINE + fine];
            }
            // In tune if in doubt: the middle bin counts a little more.
            sum *= fine == 1 ? 1.05 : 1;
            if (sum > most) {
                most = sum;
                tuning = fine;
            }
        }
        double[] tones = new double[TONES];
        for (int tone = 0; tone < TONES; tone++) {
            tones[(tone + LOWEST_TONE) % TONES] = chroma[tone * FINE + tuning];
        }
        return tones;
    }
}
