package app.partita.engine.htdemucs;

import app.partita.engine.dsp.Spectrogram;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.nn.Normaliser.Moments;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.ModelArguments;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hybrid Transformer Demucs (Rouard, Massa and Défossez 2023), upstream's {@code demucs.htdemucs.HTDemucs} in
 * evaluation mode: a U-Net over the spectrogram and one over the waveform, joined by a cross-domain transformer.
 *
 * <p>All sizes derive from the tensors, so that every member of the family with this topology loads.
 */
final class HtDemucs {

    private static final double EPSILON = 1e-5;
    private static final double SAMPLE_RATE = 44100;
    private static final int STEP = 4;

    private final Ops ops;
    private final int sources;
    private final int audioChannels;
    private final int samples;
    private final Spectrogram spectrogram;
    private final List<EncoderLayer> encoder;
    private final List<EncoderLayer> tencoder;
    private final List<DecoderLayer> decoder;
    private final List<DecoderLayer> tdecoder;
    private final float[] frequencyEmbedding;
    private final CrossTransformer crossTransformer;

    /**
     * @throws java.io.UncheckedIOException around a Fault, for a missing or misshapen tensor
     */
    HtDemucs(ParameterSource source, Kernels kernels, Workers workers) {
        this.ops = Ops.on(kernels, workers);
        Parameters p = Parameters.of(source);
        ModelArguments arguments = source.arguments();
        this.samples = (int) (SAMPLE_RATE * arguments.segmentNumerator() / arguments.segmentDenominator());
        this.encoder = encoder(p, "encoder", true);
        this.tencoder = encoder(p, "tencoder", false);
        this.audioChannels = p.shape("tencoder.0.conv.weight")[1];
        int depth = encoder.size();
        this.sources = p.shape("tdecoder." + (depth - 1) + ".conv_tr.weight")[1] / audioChannels;
        int[] embeddingShape = p.shape("freq_emb.embedding.weight");
        this.spectrogram = new Spectrogram(2 * STEP * embeddingShape[0], kernels, workers);
        this.frequencyEmbedding = p.derived("freq_emb.embedding.weight", () ->
                scaled(p.take("freq_emb.embedding.weight", embeddingShape), (float) arguments.freqEmbedding()));
        int waveformColumns = samples;
        for (int i = 0; i < depth; i++) {
            waveformColumns = Math.ceilDiv(waveformColumns, STEP);
        }
        this.crossTransformer = new CrossTransformer(p, encoder.getLast().channels(),
                spectrogram.bins() >> 2 * depth, spectrogram.frames(samples), waveformColumns,
                arguments.transformerHeads(), ops);
        this.decoder = decoder(p, "decoder", true);
        this.tdecoder = decoder(p, "tdecoder", false);
    }

    private List<EncoderLayer> encoder(Parameters p, String name, boolean frequency) {
        return p.indices(name).mapToObj(i -> new EncoderLayer(p.at(name + "." + i), frequency, ops)).toList();
    }

    private List<DecoderLayer> decoder(Parameters p, String name, boolean frequency) {
        int depth = encoder.size();
        return IntStream.range(0, depth)
                .mapToObj(j -> new DecoderLayer(p.at(name + "." + j), frequency, j == depth - 1, ops)).toList();
    }

    private static float[] scaled(float[] x, float factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
        return x;
    }

    int sources() {
        return sources;
    }

    int audioChannels() {
        return audioChannels;
    }

    /** Samples of a segment, at 44.1 kHz. */
    int samples() {
        return samples;
    }

    List<EncoderLayer> encoder() {
        return encoder;
    }

    List<EncoderLayer> tencoder() {
        return tencoder;
    }

    CrossTransformer crossTransformer() {
        return crossTransformer;
    }

    /**
     * One segment.
     *
     * @param mixture planar, {@code audioChannels × samples}
     * @param stems   planar, {@code sources × audioChannels × samples}, overwritten
     */
    void forward(float[] mixture, float[] stems, StageListener stages) {
        Tensor spectra = ops.workspace().take(2 * audioChannels, spectrogram.bins(), spectrogram.frames(samples));
        spectrogram.forward(mixture, samples, spectra);
        stages.done("spectrogram", spectra);
        Moments spectralMoments = ops.normaliser().moments(spectra);
        standardise(spectra, spectralMoments);
        Tensor waveform = ops.workspace().take(audioChannels, 1, samples);
        for (int channel = 0; channel < audioChannels; channel++) {
            System.arraycopy(mixture, channel * samples, waveform.data(), waveform.at(channel, 0), samples);
        }
        Moments waveformMoments = ops.normaliser().moments(waveform);
        standardise(waveform, waveformMoments);
        stages.done("standardised", spectra);
        stages.done("standardised_t", waveform);

        Deque<Tensor> saved = new ArrayDeque<>();
        Deque<Tensor> savedT = new ArrayDeque<>();
        Deque<Integer> lengthsT = new ArrayDeque<>();
        Tensor x = spectra;
        Tensor xt = waveform;
        for (int i = 0; i < encoder.size(); i++) {
            lengthsT.push(xt.columns());
            xt = encode(tencoder.get(i), xt, savedT);
            stages.done("tencoder." + i, xt);
            x = encode(encoder.get(i), x, saved);
            stages.done("encoder." + i, x);
            if (i == 0) {
                addFrequencyEmbedding(x);
                stages.done("freq_emb", x);
            }
        }
        CrossTransformer.Pair pair = crossTransformer.forward(copy(x), copy(xt), stages);
        x = pair.spectral();
        xt = pair.temporal();
        for (int j = 0; j < decoder.size(); j++) {
            x = decoder.get(j).forward(x, saved.pop(), x.columns());
            stages.done("decoder." + j, x);
            xt = tdecoder.get(j).forward(xt, savedT.pop(), lengthsT.pop());
            stages.done("tdecoder." + j, xt);
        }
        combine(x, spectralMoments, xt, waveformMoments, stems);
        stages.done("output", xt);
        ops.workspace().release(x);
        ops.workspace().release(xt);
    }

    private Tensor encode(EncoderLayer layer, Tensor x, Deque<Tensor> saved) {
        Tensor y = layer.forward(x);
        if (saved.isEmpty()) {
            ops.workspace().release(x);
        }
        saved.push(y);
        return y;
    }

    private Tensor copy(Tensor x) {
        Tensor y = ops.workspace().like(x);
        System.arraycopy(x.data(), x.at(0, 0), y.data(), y.at(0, 0), x.channels() * x.channelStride());
        return y;
    }

    private void standardise(Tensor x, Moments moments) {
        float factor = (float) (1 / (EPSILON + moments.deviation()));
        float addend = (float) (-moments.mean() / (EPSILON + moments.deviation()));
        ops.workers().run(x.channels(), (channel, scratch) -> ops.kernels().elementwise().affine(
                x.data(), x.at(channel, 0), x.data(), x.at(channel, 0), x.channelStride(), factor, addend));
    }

    private void addFrequencyEmbedding(Tensor x) {
        ops.workers().run(x.channels(), (channel, scratch) -> {
            for (int row = 0; row < x.rows(); row++) {
                ops.kernels().elementwise().affine(x.data(), x.at(channel, row), x.data(), x.at(channel, row),
                        x.columns(), 1f, frequencyEmbedding[row * x.channels() + channel]);
            }
        });
    }

    private void combine(Tensor x, Moments spectral, Tensor xt, Moments temporal, float[] stems) {
        float deviation = (float) temporal.deviation();
        float mean = (float) temporal.mean();
        ops.workers().run(sources * audioChannels, (channel, scratch) -> ops.kernels().elementwise().affine(
                xt.data(), xt.at(channel, 0), stems, channel * samples, samples, deviation, mean));
        spectrogram.addInverse(x, (float) spectral.deviation(), (float) spectral.mean(), stems, samples);
    }
}
