package app.partita.testkit;

import java.util.List;
import java.util.Random;

/**
 * A generated song of known tempo and key: drums, and chords with a bass and a melody of the scale. The same seed gives
 * the same song.
 */
public final class Tune {

    public static final int RATE = 44_100;

    private static final List<int[]> MAJOR_CHORDS = List.of(
            new int[] {0, 4, 7}, new int[] {9, 12, 16}, new int[] {5, 9, 12}, new int[] {7, 11, 14});
    private static final List<int[]> MINOR_CHORDS = List.of(
            new int[] {0, 3, 7}, new int[] {8, 12, 15}, new int[] {5, 8, 12}, new int[] {7, 11, 14});
    private static final int[] MAJOR_SCALE = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR_SCALE = {0, 2, 3, 5, 7, 8, 10};

    private final double bpm;
    private final double firstBeat;
    private final int frames;
    private final Random random;

    public Tune(double bpm, double firstBeat, double seconds, long seed) {
        this.bpm = bpm;
        this.firstBeat = firstBeat;
        frames = (int) (seconds * RATE);
        random = new Random(seed);
    }

    /** Kick, snare and hats over four beats, with a fill now and then, mono. */
    public float[] drums() {
        float[] sound = new float[frames];
        for (int eighth = 0; at(eighth / 2.0) < frames; eighth++) {
            int inBar = eighth % 8;
            boolean fill = eighth / 8 % 4 == 3 && inBar >= 6;
            if (inBar == 0 || inBar == 4 || inBar == 3 && random.nextInt(3) == 0) {
                kick(sound, at(eighth / 2.0));
            }
            if (inBar == 2 || inBar == 6 || fill) {
                noise(sound, at(eighth / 2.0), 0.25, 0.08);
            }
            if (!fill) {
                noise(sound, at(eighth / 2.0), inBar % 2 == 0 ? 0.12 : 0.07, 0.02);
            }
        }
        return sound;
    }

    /** Chords, one a bar, a bass and a melody; {@code tonic} semitones above C. */
    public float[] music(int tonic, boolean major) {
        float[] sound = new float[frames];
        int[] scale = major ? MAJOR_SCALE : MINOR_SCALE;
        for (int beat = 0; at(beat) < frames; beat++) {
            int[] chord = (major ? MAJOR_CHORDS : MINOR_CHORDS).get(beat / 4 % 4);
            if (beat % 4 == 0) {
                for (int tone : chord) {
                    tone(sound, at(beat), at(beat + 4), 48 + tonic + tone, 0.06);
                }
            }
            tone(sound, at(beat), at(beat + 0.9), 36 + (tonic + chord[0]) % 12, 0.12);
            int melody = beat % 2 == 0 ? chord[random.nextInt(3)] : scale[random.nextInt(scale.length)];
            tone(sound, at(beat), at(beat + 1), 60 + tonic + melody, 0.1);
        }
        return sound;
    }

    private int at(double beat) {
        return (int) Math.round((firstBeat + beat * 60 / bpm) * RATE);
    }

    private static void kick(float[] sound, int at) {
        for (int i = 0; i < 0.2 * RATE && at + i < sound.length; i++) {
            double t = (double) i / RATE;
            sound[at + i] += (float) (0.5 * Math.exp(-t * 18) * Math.sin(2 * Math.PI * (55 * t - 3 * Math.exp(-t * 40))));
        }
    }

    private void noise(float[] sound, int at, double level, double seconds) {
        for (int i = 0; i < 4 * seconds * RATE && at + i < sound.length; i++) {
            sound[at + i] += (float) (level * Math.exp(-i / (seconds * RATE)) * (2 * random.nextDouble() - 1));
        }
    }

    private static void tone(float[] sound, int from, int to, int midi, double level) {
        double hertz = 440 * Math.pow(2, (midi - 69) / 12.0);
        for (int i = from; i < Math.min(to, sound.length); i++) {
            double t = (double) (i - from) / RATE;
            double envelope = level * Math.min(1, t * 100) * Math.exp(-t * 1.5) * Math.min(1, (to - i) / 500.0);
            for (int partial = 1; partial <= 5; partial++) {
                sound[i] += (float) (envelope / partial * Math.sin(2 * Math.PI * hertz * partial * t));
            }
        }
    }

    /** The sum of two signals of one length. */
    public static float[] sum(float[] a, float[] b) {
        float[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
