package app.partita.engine.dsp;

import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * Upstream's {@code _spec} and {@code _ispec}: a short-time Fourier transform with a periodic Hann window and a hop of a
 * quarter of it, scaled by 1/√n, without the Nyquist bin; complex numbers as channels, real part first.
 *
 * <p>Frame t covers samples {@code t·hop − 3·hop/2 …} of the signal, which is reflected at both ends. Upstream's second
 * padding ({@code center}) only reaches frames that are dropped, so it is not computed. Everything is single precision,
 * window included.
 */
public final class Spectrogram {

    /** Frames transformed together: a cache line of each bin's row is written at once. */
    private static final int FRAMES = 16;
    /** The sum of the squared windows over a sample: constant for a Hann window of four hops. */
    private static final float WINDOW_POWER = 1.5f;
    private static final int STRETCH = 64;

    private final int size;
    private final int hop;
    private final float[] window;
    private final float scale;
    private final FloatFFT_1D fft;
    private final Workers workers;

    /** @param size length of a frame in samples, a power of two */
    public Spectrogram(int size, Workers workers) {
        this.size = size;
        this.hop = size / 4;
        this.scale = (float) Math.sqrt(size);
        this.window = new float[size];
        for (int n = 0; n < size; n++) {
            window[n] = (float) (0.5 * (1 - Math.cos(2 * Math.PI * n / size)));
        }
        this.fft = new FloatFFT_1D(size);
        this.workers = workers;
    }

    /** Frequency bins kept: half the frame. */
    public int bins() {
        return size / 2;
    }

    /** Frames of a signal: {@code ⌈samples/hop⌉}. */
    public int frames(int samples) {
        return Math.ceilDiv(samples, hop);
    }

    /**
     * Analyses signals.
     *
     * @param signals planar, {@code spectra.channels()/2} signals of {@code samples}
     * @param spectra {@code 2·signals × bins × frames}, overwritten
     */
    public void forward(float[] signals, int samples, Tensor spectra) {
        int blocks = Math.ceilDiv(spectra.columns(), FRAMES);
        workers.run(spectra.channels() / 2 * blocks, (index, scratch) -> {
            int channel = index / blocks;
            int first = index % blocks * FRAMES;
            int count = Math.min(FRAMES, spectra.columns() - first);
            float[] frames = scratch.floats(Scratch.Use.FRAMES, FRAMES * size);
            for (int i = 0; i < count; i++) {
                frame(signals, channel * samples, samples, first + i, frames, i * size);
                fft.realForward(frames, i * size);
            }
            storeBins(frames, count, spectra, channel, first);
        });
    }

    private void frame(float[] signal, int offset, int samples, int t, float[] frame, int to) {
        int start = t * hop - hop * 3 / 2;
        for (int n = 0; n < size; n++) {
            frame[to + n] = signal[offset + reflect(start + n, samples)] * window[n];
        }
    }

    private static int reflect(int position, int samples) {
        int reflected = position < 0 ? -position : position;
        return reflected < samples ? reflected : 2 * (samples - 1) - reflected;
    }

    private void storeBins(float[] frames, int count, Tensor spectra, int channel, int first) {
        float factor = 1 / scale;
        for (int bin = 0; bin < bins(); bin++) {
            int re = spectra.at(2 * channel, bin) + first;
            int im = spectra.at(2 * channel + 1, bin) + first;
            for (int i = 0; i < count; i++) {
                spectra.data()[re + i] = frames[i * size + 2 * bin] * factor;
                spectra.data()[im + i] = bin == 0 ? 0f : frames[i * size + 2 * bin + 1] * factor;
            }
        }
    }

    /**
     * Synthesises signals from spectra of which each number is taken as {@code x·mul + add}, and adds them.
     *
     * @param spectra {@code 2·signals × bins × frames}
     * @param signals planar, signals of {@code samples}; added to
     */
    public void addInverse(Tensor spectra, float mul, float add, float[] signals, int samples) {
        int stretch = STRETCH * hop;
        int stretches = Math.ceilDiv(samples, stretch);
        workers.run(spectra.channels() / 2 * stretches, (index, scratch) -> {
            int from = index % stretches * stretch;
            int to = Math.min(samples, from + stretch);
            addStretch(spectra, index / stretches, mul, add, signals, index / stretches * samples, from, to, scratch);
        });
    }

    private void addStretch(Tensor spectra, int channel, float mul, float add,
                            float[] signals, int offset, int from, int to, Scratch scratch) {
        int lead = hop * 3 / 2;
        int firstFrame = Math.max(0, Math.floorDiv(from + lead - size, hop) + 1);
        int lastFrame = Math.min(spectra.columns() - 1, (to - 1 + lead) / hop);
        float[] frames = scratch.floats(Scratch.Use.FRAMES, FRAMES * size);
        float factor = scale / WINDOW_POWER;
        for (int first = firstFrame; first <= lastFrame; first += FRAMES) {
            int count = Math.min(FRAMES, lastFrame + 1 - first);
            loadBins(spectra, channel, first, count, mul, add, frames);
            for (int i = 0; i < count; i++) {
                fft.realInverse(frames, i * size, true);
                int start = (first + i) * hop - lead;
                int begin = Math.max(from, start);
                int end = Math.min(to, start + size);
                for (int n = begin; n < end; n++) {
                    signals[offset + n] += factor * window[n - start] * frames[i * size + n - start];
                }
            }
        }
    }

    private void loadBins(Tensor spectra, int channel, int first, int count, float mul, float add, float[] frames) {
        for (int bin = 0; bin < bins(); bin++) {
            int re = spectra.at(2 * channel, bin) + first;
            int im = spectra.at(2 * channel + 1, bin) + first;
            for (int i = 0; i < count; i++) {
                frames[i * size + 2 * bin] = Math.fma(spectra.data()[re + i], mul, add);
                frames[i * size + 2 * bin + 1] = Math.fma(spectra.data()[im + i], mul, add);
            }
        }
        for (int i = 0; i < count; i++) {
            frames[i * size + 1] = 0f;
        }
    }
}
