package app.partita.engine.dsp;

import app.partita.engine.kernels.Fourier;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;

/**
 * Upstream's {@code _spec} and {@code _ispec}: a short-time Fourier transform with a periodic Hann window and a hop of a
 * quarter of it, scaled by 1/√n, without the Nyquist bin; complex numbers as channels, real part first.
 *
 * <p>Frame t covers samples {@code t·hop − 3·hop/2 …} of the signal, which is reflected at both ends. Upstream's second
 * padding ({@code center}) only reaches frames that are dropped, so it is not computed. Everything is single precision,
 * window included.
 *
 * <p>{@value Fourier#LANES} frames are transformed at once, and two signals as the real and imaginary part of one.
 */
public final class Spectrogram {

    private static final int FRAMES = Fourier.LANES;
    /** The sum of the squared windows over a sample: constant for a Hann window of four hops. */
    private static final float WINDOW_POWER = 1.5f;
    /** Hops of a stretch: with the three frames that reach into it, four whole batches. */
    private static final int STRETCH = 4 * FRAMES - 3;
    private static final int SIGNALS = 2;

    private final int size;
    private final int hop;
    private final float[] window;
    private final float scale;
    private final Fourier kernels;
    private final FourierTransform transform;
    private final Workers workers;

    /** @param size length of a frame in samples, a power of two of at least 16 */
    public Spectrogram(int size, Kernels kernels, Workers workers) {
        this.size = size;
        this.hop = size / 4;
        this.scale = (float) Math.sqrt(size);
        this.window = new float[size];
        for (int n = 0; n < size; n++) {
            window[n] = (float) (0.5 * (1 - Math.cos(2 * Math.PI * n / size)));
        }
        this.kernels = kernels.fourier();
        this.transform = new FourierTransform(size, kernels.fourier());
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

    /** Sixteen frames of two signals: number n of frame i at {@code n·FRAMES + i}. */
    private record Batch(float[] re, float[] im) {
    }

    private Batch batch(Scratch scratch) {
        return new Batch(scratch.floats(Scratch.Use.FRAMES, FRAMES * size),
                scratch.floats(Scratch.Use.SECOND_FRAMES, FRAMES * size));
    }

    /**
     * Analyses signals.
     *
     * @param signals planar, {@code spectra.channels()/2} signals of {@code samples}
     * @param spectra {@code 2·signals × bins × frames}, overwritten
     */
    public void forward(float[] signals, int samples, Tensor spectra) {
        int count = spectra.channels() / 2;
        int batches = Math.ceilDiv(spectra.columns(), FRAMES);
        workers.run(Math.ceilDiv(count, SIGNALS) * batches, (index, scratch) -> {
            int left = index / batches * SIGNALS;
            int right = Math.min(left + 1, count - 1);
            int first = index % batches * FRAMES;
            Batch batch = batch(scratch);
            frames(signals, left, samples, first, batch.re);
            frames(signals, right, samples, first, batch.im);
            transform.forward(batch.re, batch.im);
            int[] to = new int[2 * SIGNALS];
            for (int bin = 0; bin < bins(); bin++) {
                parts(spectra, left, right, bin, first, to);
                kernels.unweave(batch.re, batch.im, transform.position(bin), transform.position((size - bin) % size),
                        1 / scale, spectra.data(), to);
            }
        });
    }

    /** By squares of sixteen numbers of sixteen frames, so that what is written stays in the cache. */
    private void frames(float[] signals, int signal, int samples, int first, float[] frames) {
        for (int n = 0; n < size; n += FRAMES) {
            for (int i = 0; i < FRAMES; i++) {
                int start = (first + i) * hop - hop * 3 / 2 + n;
                for (int j = 0; j < FRAMES; j++) {
                    frames[(n + j) * FRAMES + i] =
                            signals[signal * samples + reflect(start + j, samples)] * window[n + j];
                }
            }
        }
    }

    private static int reflect(int position, int samples) {
        int reflected = position < 0 ? -position : position;
        return reflected < samples ? reflected : Math.max(0, 2 * (samples - 1) - reflected);
    }

    /** Where sixteen frames of a bin begin: their real and imaginary parts in the left signal, then in the right. */
    private static void parts(Tensor spectra, int left, int right, int bin, int first, int[] parts) {
        parts[0] = spectra.at(2 * left, bin) + first;
        parts[1] = spectra.at(2 * left + 1, bin) + first;
        parts[2] = spectra.at(2 * right, bin) + first;
        parts[3] = spectra.at(2 * right + 1, bin) + first;
    }

    /**
     * Synthesises signals from spectra of which each number is taken as {@code x·mul + add}, and adds them.
     *
     * @param spectra {@code 2·signals × bins × frames}
     * @param signals planar, signals of {@code samples}; added to
     */
    public void addInverse(Tensor spectra, float mul, float add, float[] signals, int samples) {
        int count = spectra.channels() / 2;
        int stretch = STRETCH * hop;
        int stretches = Math.ceilDiv(samples, stretch);
        workers.run(Math.ceilDiv(count, SIGNALS) * stretches, (index, scratch) -> {
            int left = index / stretches * SIGNALS;
            int right = Math.min(left + 1, count - 1);
            int from = index % stretches * stretch;
            int to = Math.min(samples, from + stretch);
            int lead = hop * 3 / 2;
            int firstFrame = Math.max(0, Math.floorDiv(from + lead - size, hop) + 1);
            int lastFrame = Math.min(spectra.columns() - 1, (to - 1 + lead) / hop);
            Batch batch = batch(scratch);
            for (int first = firstFrame; first <= lastFrame; first += FRAMES) {
                // The last batch begins sooner if it would end behind the rows.
                int begin = Math.min(first, spectra.rowStride() - FRAMES);
                int end = Math.min(first + FRAMES, lastFrame + 1);
                loadBins(spectra, left, right, begin, mul, add, batch);
                transform.inverse(batch.re, batch.im);
                addFrames(batch.re, begin, first, end, signals, left * samples, from, to);
                if (right > left) {
                    addFrames(batch.im, begin, first, end, signals, right * samples, from, to);
                }
            }
        });
    }

    private void loadBins(Tensor spectra, int left, int right, int first, float mul, float add, Batch batch) {
        int[] from = new int[2 * SIGNALS];
        parts(spectra, left, right, 0, first, from);
        int constant = transform.position(0) * FRAMES;
        int nyquist = transform.position(size / 2) * FRAMES;
        for (int i = 0; i < FRAMES; i++) {
            batch.re[constant + i] = Math.fma(spectra.data()[from[0] + i], mul, add);
            batch.im[constant + i] = Math.fma(spectra.data()[from[2] + i], mul, add);
            batch.re[nyquist + i] = 0f;
            batch.im[nyquist + i] = 0f;
        }
        for (int bin = 1; bin < bins(); bin++) {
            parts(spectra, left, right, bin, first, from);
            kernels.weave(spectra.data(), from, mul, add, batch.re, batch.im,
                    transform.position(bin), transform.position(size - bin));
        }
    }

    /** Overlap-add of what falls into samples {@code from … to − 1}, by squares as in {@link #frames}. */
    private void addFrames(float[] frames, int batchBegin, int firstFrame, int endFrame,
                           float[] signals, int offset, int from, int to) {
        float factor = 1 / (scale * WINDOW_POWER);
        for (int n = 0; n < size; n += FRAMES) {
            for (int frame = firstFrame; frame < endFrame; frame++) {
                int start = frame * hop - hop * 3 / 2 + n;
                int lane = n * FRAMES + frame - batchBegin;
                int begin = Math.max(0, from - start);
                int end = Math.min(FRAMES, to - start);
                for (int j = begin; j < end; j++) {
                    signals[offset + start + j] += factor * window[n + j] * frames[lane + j * FRAMES];
                }
            }
        }
    }
}
