package app.partita.demo;

import app.partita.stems.StemKind;
import java.util.List;

/**
 * A song of 24 seconds, composed and synthesised here, with its true stems: for a first try without music at hand,
 * and for tests that need to know what is in a song. The same samples on every machine.
 *
 * <p>Every sample of a stem is a multiple of 2<sup>−23</sup>, so that 24-bit files hold it exactly and the mixture is
 * the stems' exact sum.
 */
public final class DemoSong {

    public static final int SAMPLE_RATE = 44_100;
    public static final int CHANNELS = 2;
    public static final int BEATS_PER_MINUTE = 112;
    public static final String KEY = "D major";
    public static final String TITLE = "Partita demo";
    public static final int FRAMES = 24 * SAMPLE_RATE;
    public static final List<StemKind> STEMS =
            List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER, StemKind.VOCALS);

    static final int FRAMES_PER_BEAT = SAMPLE_RATE * 60 / BEATS_PER_MINUTE;

    /**
     * Synthesises one stem.
     *
     * @return interleaved stereo, {@link #FRAMES} long
     * @throws IllegalArgumentException for a stem the song does not have
     */
    public float[] stem(StemKind kind) {
        return switch (kind) {
            case DRUMS -> Band.drums();
            case BASS -> Band.bass();
            case OTHER -> Band.chords();
            case VOCALS -> Band.lead();
            case GUITAR, PIANO -> throw new IllegalArgumentException("no " + kind.id() + " in the demo song");
        };
    }

    /** The whole song: interleaved stereo, the exact sum of the stems. */
    public float[] mixture() {
        float[] sum = new float[FRAMES * CHANNELS];
        for (StemKind kind : STEMS) {
            float[] stem = stem(kind);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += stem[i];
            }
        }
        return sum;
    }
}
