package app.partita.audio.spectra;

import app.partita.fault.Fault;
import java.util.Arrays;

/**
 * Computes a spectrogram where somebody looks at it: columns of any length, of which long ones are the mean of a few
 * transforms spread over them, and short ones one transform around their middle. For one thread at a time.
 */
public final class SpectrumReader {

    /** Enough to see what a column is like, and few enough to see a long song at once. */
    private static final int MOST_A_COLUMN = 8;
    private static final int BLOCK = 1 << 15;

    private final ShortSpectrum spectrum = new ShortSpectrum();
    private final float[] power = new float[ShortSpectrum.BINS];

    /** A track's samples. */
    @FunctionalInterface
    public interface Samples {

        /** Reads interleaved frames from index 0; zeros where nothing is there. */
        void read(long frame, float[] interleaved, int frames) throws Fault;
    }

    /**
     * Computes columns beside each other.
     *
     * @param from            where the first one begins, in frames
     * @param framesPerColumn any length
     * @param rows            into which the frequencies up to half the sample rate are divided
     */
    public Levels read(Samples samples, int channels, int sampleRate, double from, double framesPerColumn, int columns,
                       int rows) throws Fault {
        MelRows mel = new MelRows(rows, sampleRate);
        Levels levels = Levels.silent(columns, rows);
        int parts = Math.clamp(Math.round(framesPerColumn / ShortSpectrum.HOP), 1, MOST_A_COLUMN);
        double step = framesPerColumn / parts;
        Window window = new Window(samples, channels, step > ShortSpectrum.SIZE ? ShortSpectrum.SIZE : BLOCK);
        for (int column = 0; column < columns; column++) {
            Arrays.fill(power, 0);
            for (int part = 0; part < parts; part++) {
                double middle = from + column * framesPerColumn + (part + 0.5) * step;
                int first = window.reach(Math.round(middle) - ShortSpectrum.SIZE / 2);
                spectrum.add(window.block, channels, first, power);
            }
            for (int row = 0; row < rows; row++) {
                levels.set(column, row, mel.strongest(power, row) / parts);
            }
        }
        return levels;
    }

    /** Some sound that was read at once, since the next transforms need most of it again. */
    private static final class Window {

        private final Samples samples;
        private final int channels;
        private final int length;
        private final float[] block;
        private long from = Long.MIN_VALUE;

        /** @param length in frames */
        Window(Samples samples, int channels, int length) {
            this.samples = samples;
            this.channels = channels;
            this.length = length;
            block = new float[length * channels];
        }

        /** Where in the block the transform's frames begin with that one; there is silence before the song. */
        int reach(long first) throws Fault {
            if (first < from || first + ShortSpectrum.SIZE > from + length) {
                from = first;
                int silent = (int) Math.clamp(-first, 0, length);
                float[] sound = silent == 0 ? block : new float[(length - silent) * channels];
                samples.read(first + silent, sound, length - silent);
                if (silent > 0) {
                    Arrays.fill(block, 0, silent * channels, 0);
                    System.arraycopy(sound, 0, block, silent * channels, sound.length);
                }
            }
            return (int) (first - from);
        }
    }
}
