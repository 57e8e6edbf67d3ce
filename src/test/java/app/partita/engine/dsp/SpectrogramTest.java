package app.partita.engine.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.testkit.Numbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against transforms written as the sums that define them. */
class SpectrogramTest {

    private static final Kernels KERNELS = Kernels.best();
    private static final int SIZE = 16;
    private static final int HOP = 4;
    private static final int SIGNALS = 2;
    private static final int LEAD = 6;
    private static final double TOLERANCE = 2e-6;

    @Property(tries = 40)
    void forwardIsTheScaledTransformOfTheReflectedWindowedFrames(@ForAll @IntRange(min = 12, max = 150) int samples,
            @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll long seed) {
        float[] signals = Numbers.normal(seed, SIGNALS * samples);
        try (Workers workers = new Workers(threads)) {
            Tensor spectra = forward(new Spectrogram(SIZE, KERNELS, workers), signals, samples);
            for (int signal = 0; signal < SIGNALS; signal++) {
                for (int frame = 0; frame < spectra.columns(); frame++) {
                    assertFrame(signals, signal, samples, frame, spectra);
                }
            }
        }
    }

    private static void assertFrame(float[] signals, int signal, int samples, int frame, Tensor spectra) {
        for (int bin = 0; bin < SIZE / 2; bin++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < SIZE; n++) {
                int at = Math.abs(frame * HOP - LEAD + n);
                int reflected = at < samples ? at : 2 * (samples - 1) - at;
                double value = window(n) * signals[signal * samples + reflected] / Math.sqrt(SIZE);
                re += value * Math.cos(2 * Math.PI * bin * n / SIZE);
                im -= value * Math.sin(2 * Math.PI * bin * n / SIZE);
            }
            assertThat((double) spectra.data()[spectra.at(2 * signal, bin) + frame]).isCloseTo(re, within(TOLERANCE));
            assertThat((double) spectra.data()[spectra.at(2 * signal + 1, bin) + frame])
                    .isCloseTo(im, within(TOLERANCE));
        }
    }

    @Property(tries = 40)
    void inverseAddsTheOverlappingFrames(@ForAll @IntRange(min = 12, max = 600) int samples,
            @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll long seed) {
        try (Workers workers = new Workers(threads)) {
            Spectrogram spectrogram = new Spectrogram(SIZE, KERNELS, workers);
            Tensor spectra = Tensor.zeros(2 * SIGNALS, spectrogram.bins(), spectrogram.frames(samples));
            System.arraycopy(Numbers.normal(seed, spectra.data().length), 0, spectra.data(), 0, spectra.data().length);
            float[] signals = Numbers.normal(seed + 1, SIGNALS * samples);
            double[] expected = inverse(spectra, 1.7f, -0.3f, signals, samples);
            spectrogram.addInverse(spectra, 1.7f, -0.3f, signals, samples);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) signals[i]).isCloseTo(expected[i], within(5 * TOLERANCE));
            }
        }
    }

    private static double[] inverse(Tensor spectra, double mul, double add, float[] signals, int samples) {
        double[] expected = new double[signals.length];
        for (int i = 0; i < signals.length; i++) {
            expected[i] = signals[i];
        }
        for (int signal = 0; signal < SIGNALS; signal++) {
            for (int frame = 0; frame < spectra.columns(); frame++) {
                for (int n = 0; n < SIZE; n++) {
                    int at = frame * HOP - LEAD + n;
                    if (at >= 0 && at < samples) {
                        expected[signal * samples + at] += Math.sqrt(SIZE) / 1.5 * window(n)
                                * inverseAt(spectra, signal, frame, n, mul, add);
                    }
                }
            }
        }
        return expected;
    }

    /** The imaginary part of bin 0 is ignored and the bin of Nyquist's frequency is zero. */
    private static double inverseAt(Tensor spectra, int signal, int frame, int n, double mul, double add) {
        double sum = 0;
        for (int bin = 0; bin < SIZE / 2; bin++) {
            double re = spectra.data()[spectra.at(2 * signal, bin) + frame] * mul + add;
            double im = spectra.data()[spectra.at(2 * signal + 1, bin) + frame] * mul + add;
            double angle = 2 * Math.PI * bin * n / SIZE;
            sum += bin == 0 ? re : 2 * (re * Math.cos(angle) - im * Math.sin(angle));
        }
        return sum / SIZE;
    }

    @Test
    void theInverseOfTheForwardIsTheSignalButAtTheEndsAndAtNyquistsFrequency() {
        int samples = 3000;
        float[] tone = new float[samples];
        for (int n = 0; n < samples; n++) {
            tone[n] = (float) (0.5 * Math.sin(2 * Math.PI * 3.3 * n / 64) + 0.2);
        }
        try (Workers workers = new Workers(2)) {
            Spectrogram spectrogram = new Spectrogram(64, KERNELS, workers);
            Tensor spectrum = Tensor.zeros(2, spectrogram.bins(), spectrogram.frames(samples));
            spectrogram.forward(tone, samples, spectrum);
            float[] again = new float[samples];
            spectrogram.addInverse(spectrum, 1f, 0f, again, samples);
            for (int n = 64; n < samples - 64; n++) {
                assertThat(again[n]).isCloseTo(tone[n], within(1e-4f));
            }
        }
    }

    @Test
    void theReleasedSizesAreUpstreams() {
        try (Workers workers = new Workers(1)) {
            Spectrogram spectrogram = new Spectrogram(4096, KERNELS, workers);
            assertThat(spectrogram.bins()).isEqualTo(2048);
            assertThat(spectrogram.frames(343_980)).isEqualTo(336);
        }
    }

    private static Tensor forward(Spectrogram spectrogram, float[] signals, int samples) {
        Tensor spectra = Tensor.zeros(2 * SIGNALS, spectrogram.bins(), spectrogram.frames(samples));
        spectrogram.forward(signals, samples, spectra);
        return spectra;
    }

    private static double window(int n) {
        return 0.5 * (1 - Math.cos(2 * Math.PI * n / SIZE));
    }
}
