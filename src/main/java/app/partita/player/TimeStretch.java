package app.partita.player;

import app.partita.player.stretch.SincResampler;
import app.partita.player.stretch.SlidingFrames;
import app.partita.player.stretch.Stretcher;

/**
 * Tempo without pitch, and pitch without tempo, of any number of channels in step. At tempo 1 and pitch 0 the samples
 * pass bit by bit. Changes sound within a tenth of a second, without a gap; while something is changed the input is
 * read that much ahead. The song is stretched by a phase vocoder, then read faster or slower by a resampler.
 *
 * <p>For one thread. Nothing is allocated after construction.
 */
public final class TimeStretch {

    /** What is played. */
    @FunctionalInterface
    public interface Input {

        /** Fills {@code interleaved} with the next frames, always all of them. */
        void read(float[] interleaved, int frames);
    }

    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 1.5;
    public static final double SEMITONES = 12;

    private static final int BLOCK = 512;

    private final int channels;
    private final Stretcher stretcher;
    private final SincResampler resampler;
    private final SlidingFrames stretched;
    private final float[] block;
    private double tempo = 1;
    private double semitones;

    public TimeStretch(int channels, int sampleRate) {
        this.channels = channels;
        stretcher = new Stretcher(channels, sampleRate);
        resampler = new SincResampler(sampleRate);
        stretched = new SlidingFrames(channels, 1024, 32_768);
        block = new float[BLOCK * channels];
    }

    /**
     * Seconds of the song for a second of sound.
     *
     * @throws IllegalArgumentException beyond {@link #SLOWEST} and {@link #FASTEST}
     */
    public void tempo(double tempo) {
        if (!(tempo >= SLOWEST && tempo <= FASTEST)) {
            throw new IllegalArgumentException("tempo " + tempo);
        }
        this.tempo = tempo;
        adjust();
    }

    /**
     * By how many equal-tempered semitones everything sounds higher.
     *
     * @throws IllegalArgumentException beyond ±{@link #SEMITONES}
     */
    public void semitones(double semitones) {
        if (!(Math.abs(semitones) <= SEMITONES)) {
            throw new IllegalArgumentException("semitones " + semitones);
        }
        this.semitones = semitones;
        adjust();
    }

    private void adjust() {
        double ratio = semitones == 0 ? 1 : Math.clamp(Math.pow(2, semitones / 12), 0.5, 2);
        resampler.ratio(ratio);
        stretcher.speed(tempo / ratio);
    }

    /** Writes the next {@code frames} of sound to the beginning of {@code out}, interleaved. */
    public void read(Input input, float[] out, int frames) {
        for (int done = 0; done < frames;) {
            int part = Math.min(BLOCK, frames - done);
            long wanted = resampler.wanted(part);
            while (stretched.end() < wanted) {
                produce(input, (int) Math.min(BLOCK, wanted - stretched.end()));
            }
            resampler.read(stretched, out, done * channels, part);
            done += part;
        }
    }

    private void produce(Input input, int frames) {
        for (int missing; (missing = stretcher.missing(frames)) > 0;) {
            int part = Math.min(BLOCK, missing);
            input.read(block, part);
            stretcher.feed(block, part);
        }
        stretcher.produce(stretched, frames);
    }

    /** The input frames since construction or the last reset that the sound so far stands for: the playhead. */
    public double consumed() {
        return stretcher.input(resampler.position());
    }

    /** Forgets the sound so far, for the input goes on elsewhere; tempo and pitch stay. */
    public void reset() {
        stretcher.reset();
        resampler.reset();
        stretched.clear();
    }
}
