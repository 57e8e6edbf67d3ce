package app.partita.audio.spectra;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * The power spectrum of a short stretch of sound: the frame, window and hop of the engine's transform, but scaled so
 * that a sine at full scale reaches 1 in its bin.
 */
final class ShortSpectrum {

    /** Frames of sound in one. */
    static final int SIZE = 4096;
    /** From one to the next. */
    static final int HOP = SIZE / 4;
    /** From 0 up to half the sample rate, without it. */
    static final int BINS = SIZE / 2;

    /** A Hann window halves a sine, and a sine is half in the bins of negative frequencies. */
    private static final float SCALE = 4f / SIZE;

    private final float[] window = new float[SIZE];
    private final FloatFFT_1D fft = new FloatFFT_1D(SIZE);
    private final float[] frame = new float[SIZE];

    ShortSpectrum() {
        for (int n = 0; n < SIZE; n++) {
            window[n] = (float) (0.5 * (1 - Math.cos(2 * Math.PI * n / SIZE)));
        }
    }

    /**
     * Adds the power of a stretch, the mean of its channels: sounds that cancel each other between the channels count.
     *
     * @param samples interleaved
     * @param first   the frame with which the stretch begins
     * @param power   of each bin
     */
    void add(float[] samples, int channels, int first, float[] power) {
        for (int channel = 0; channel < channels; channel++) {
            for (int n = 0; n < SIZE; n++) {
                frame[n] = samples[(first + n) * channels + channel] * window[n] * SCALE;
            }
            fft.realForward(frame);
            // The second number is the bin at half the sample rate, not the first one's imaginary part.
            power[0] += frame[0] * frame[0] / channels;
            for (int bin = 1; bin < BINS; bin++) {
                float re = frame[2 * bin];
                float im = frame[2 * bin + 1];
                power[bin] += (re * re + im * im) / channels;
            }
        }
    }
}
