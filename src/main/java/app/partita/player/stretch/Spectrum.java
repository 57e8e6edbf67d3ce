package app.partita.player.stretch;

import java.util.Arrays;

/**
 * The spectra of one grain of all channels. Two channels share a complex transform, {@code z = l + i·r}: what both have
 * at frequency k is in {@code Z[k]} and {@code Z[N − k]}, and stays apart as long as the one is only ever turned by the
 * opposite of the other's turn.
 */
final class Spectrum {

    private final int size;
    private final float[][] re;
    private final float[][] im;

    Spectrum(int channels, int size) {
        this.size = size;
        re = new float[(channels + 1) / 2][size];
        im = new float[(channels + 1) / 2][size];
    }

    /** Analyses the frames around {@code centre} below a window. */
    void analyse(SlidingFrames signal, long centre, float[] window, Fft fft) {
        int from = signal.index(centre - size / 2);
        for (int pair = 0; pair < re.length; pair++) {
            multiply(signal.plane(2 * pair), from, window, re[pair]);
            if (2 * pair + 1 < signal.channels()) {
                multiply(signal.plane(2 * pair + 1), from, window, im[pair]);
            } else {
                Arrays.fill(im[pair], 0f);
            }
            fft.transform(re[pair], im[pair]);
        }
    }

    private static void multiply(float[] samples, int from, float[] window, float[] product) {
        for (int i = 0; i < window.length; i++) {
            product[i] = samples[from + i] * window[i];
        }
    }

    /** The channels' summed power in bins 0 to N/2, twofold. */
    void power(float[] power) {
        for (int bin = 0; bin < power.length; bin++) {
            int mirrored = size - bin & size - 1;
            float sum = 0;
            for (int pair = 0; pair < re.length; pair++) {
                float a = re[pair][bin];
                float b = im[pair][bin];
                float c = re[pair][mirrored];
                float d = im[pair][mirrored];
                sum += a * a + b * b + c * c + d * d;
            }
            power[bin] = sum;
        }
    }

    /** The real part of {@code Σ this·conj(other)} over the channels in one bin, twofold. */
    double crossRe(Spectrum other, int bin) {
        int mirrored = size - bin & size - 1;
        double sum = 0;
        for (int pair = 0; pair < re.length; pair++) {
            sum += (double) re[pair][bin] * other.re[pair][bin] + (double) im[pair][bin] * other.im[pair][bin]
                    + (double) re[pair][mirrored] * other.re[pair][mirrored]
                    + (double) im[pair][mirrored] * other.im[pair][mirrored];
        }
        return sum;
    }

    /** The imaginary part of {@code Σ this·conj(other)} over the channels in one bin, twofold. */
    double crossIm(Spectrum other, int bin) {
        int mirrored = size - bin & size - 1;
        double sum = 0;
        for (int pair = 0; pair < re.length; pair++) {
            sum += (double) im[pair][bin] * other.re[pair][bin] - (double) re[pair][bin] * other.im[pair][bin]
                    - (double) im[pair][mirrored] * other.re[pair][mirrored]
                    + (double) re[pair][mirrored] * other.im[pair][mirrored];
        }
        return sum;
    }

    /** Adds the grain that this spectrum, turned bin by bin, is of, below a window, to {@code sum}, a plane a channel. */
    void synthesise(Turns turns, float[] window, Fft fft, float[] workRe, float[] workIm, float[][] sum) {
        for (int pair = 0; pair < re.length; pair++) {
            turns.apply(re[pair], im[pair], workRe, workIm);
            // The inverse transform is the forward one with real and imaginary parts exchanged.
            fft.transform(workIm, workRe);
            addProduct(workRe, window, sum[2 * pair]);
            if (2 * pair + 1 < sum.length) {
                addProduct(workIm, window, sum[2 * pair + 1]);
            }
        }
    }

    private static void addProduct(float[] samples, float[] window, float[] sum) {
        for (int i = 0; i < window.length; i++) {
            sum[i] += samples[i] * window[i];
        }
    }
}
