package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.dsp.Spectrogram;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.nn.Normaliser.Moments;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.TensorStore;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsFile;
import app.partita.fault.Fault;
import app.partita.testkit.Compare;
import app.partita.testkit.Npy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What happens inside the modules of the small golden network: each module is run alone on what the network gave it, and
 * held against the stage that upstream recorded.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModulesGoldenTest {

    private static final String GOLDEN = "/golden/small/";
    private static final int STAGE_STEP = 17;
    private static final double TOLERANCE = 5e-6;
    private static final int BINS = 8;

    private final Map<String, Tensor> stages = new HashMap<>();
    private final float[] mixture = Npy.read(GOLDEN + "segment_in.npy");
    private final Workers workers = new Workers(2);
    private final Ops ops = Ops.on(Kernels.best(), workers);
    private Weights weights;
    private HtDemucs network;

    @BeforeAll
    void recordTheStages() throws Exception {
        weights = WeightsFile.open(Path.of(ModulesGoldenTest.class.getResource(GOLDEN + "small0fp16-d2fcb10f.th").toURI()));
        network = new HtDemucs(new StoredParameters(weights.store()), Kernels.best(), workers);
        float[] stems = new float[network.sources() * network.audioChannels() * network.samples()];
        network.forward(mixture, stems, (stage, x) -> stages.put(stage, copy(x)));
    }

    @AfterAll
    void close() throws Fault {
        workers.close();
        weights.close();
    }

    @Test
    void spectrogram() {
        Tensor x = stages.get("spectrogram");
        float[] complex = new float[x.channels() * x.rows() * x.columns()];
        for (int i = 0; i < complex.length / 2; i++) {
            int row = i / x.columns();
            for (int part = 0; part < 2; part++) {
                int at = x.at(2 * (row / x.rows()) + part, row % x.rows());
                complex[2 * i + part] = x.data()[at + i % x.columns()];
            }
        }
        assertStage("00_spec_ri", complex);
    }

    @Test
    void statistics() {
        Moments spectral = spectralMoments();
        Moments temporal = temporalMoments();
        float[] actual = {(float) spectral.mean(), (float) spectral.deviation(),
            (float) temporal.mean(), (float) temporal.deviation()};
        assertThat(Compare.relativeRms(actual, Npy.read(GOLDEN + "act_dec17/01_stats.npy"))).isLessThan(TOLERANCE);
    }

    private Moments spectralMoments() {
        return ops.normaliser().moments(stages.get("spectrogram"));
    }

    private Moments temporalMoments() {
        return ops.normaliser().moments(mixture, 0, 2, network.samples(), network.samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void encoderLayers(int index) {
        Tensor x = stages.get(index == 0 ? "standardised" : "encoder." + (index - 1));
        Tensor xt = stages.get(index == 0 ? "standardised_t" : "tencoder." + (index - 1));
        EncoderLayer layer = network.encoder().get(index);
        EncoderLayer layerT = network.tencoder().get(index);
        assertStage("1" + index + "_enc_a_conv", Stages.dense(layer.convolution(x)));
        assertStage("1" + index + "_enc_b_dconv", Stages.dense(layer.afterDConv(x)));
        assertStage("1" + index + "_tenc_a_conv", Stages.dense(layerT.convolution(xt)));
        assertStage("1" + index + "_tenc_b_dconv", Stages.dense(layerT.afterDConv(xt)));
    }

    @Test
    void frequencyEmbedding() {
        float[] with = Stages.dense(stages.get("freq_emb"));
        float[] without = Stages.dense(stages.get("encoder.0"));
        int columns = stages.get("encoder.0").columns();
        float[] embedding = new float[with.length / columns];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = with[i * columns] - without[i * columns];
        }
        assertStage("10_freqemb", embedding);
    }

    @Test
    void positions() {
        int channels = stages.get("crosstransformer.norm_in").channels();
        int columns = stages.get("channel_upsampler").columns();
        int tokens = stages.get("channel_upsampler_t").columns();
        assertStage("21_pos1d", Stages.tokens(
                tensor(PositionalEmbedding.alongTime(channels, tokens), channels, 1, tokens), 1));
        assertStage("21_pos2d", Stages.tokens(
                tensor(PositionalEmbedding.alongBoth(channels, BINS, columns), channels, 1, BINS * columns), BINS));
    }

    @Test
    void transformerLayer() throws Fault {
        TensorStore store = weights.store();
        Parameters p = Parameters.of(new StoredParameters(store)).at("crosstransformer.layers.0");
        TransformerLayer layer = network.crossTransformer().spectralLayer(0);
        Tensor x = stages.get("crosstransformer.norm_in");
        int width = x.channels();
        assertTokens("22_l0_norm1", TransformerLayer.normalise(x,
                p.take("norm1.weight", width), p.take("norm1.bias", width), ops));
        Tensor attention = layer.attentionOutput(x);
        assertTokens("22_l0_attn", attention);
        Tensor first = sum(x, p.take("gamma_1.scale", width), attention);
        assertTokens("22_l0_res1", first);
        Tensor feedForward = layer.feedForwardOutput(first);
        assertTokens("22_l0_ff", feedForward);
        assertTokens("22_l0_res2", sum(first, p.take("gamma_2.scale", width), feedForward));
    }

    private static Tensor sum(Tensor x, float[] gamma, Tensor addend) {
        Tensor sum = copy(x);
        for (int channel = 0; channel < x.channels(); channel++) {
            for (int i = 0; i < x.columns(); i++) {
                sum.data()[x.at(channel, 0) + i] += gamma[channel] * addend.data()[addend.at(channel, 0) + i];
            }
        }
        return sum;
    }

    @Test
    void decoderLayers() {
        assertBeforeTransposed("40_dec_pre", "decoder.0", "channel_downsampler", "encoder.3");
        assertBeforeTransposed("40_tdec_pre", "tdecoder.0", "channel_downsampler_t", "tencoder.3");
        assertBeforeTransposed("43_dec_pre", "decoder.3", "decoder.2", "freq_emb");
        assertBeforeTransposed("43_tdec_pre", "tdecoder.3", "tdecoder.2", "tencoder.0");
    }

    private void assertBeforeTransposed(String golden, String name, String input, String skip) {
        DecoderLayer layer = new DecoderLayer(Parameters.of(new StoredParameters(weights.store())).at(name), name.startsWith("d"),
                name.endsWith("3"), ops);
        assertStage(golden, Stages.dense(layer.beforeTransposed(copy(stages.get(input)), copy(stages.get(skip)))));
    }

    @Test
    void theWayBackToWaveforms() {
        Tensor spectra = stages.get("decoder.3");
        float mean = (float) spectralMoments().mean();
        float deviation = (float) spectralMoments().deviation();
        float[] denormalised = Stages.dense(spectra);
        for (int i = 0; i < denormalised.length; i++) {
            denormalised[i] = Math.fma(denormalised[i], deviation, mean);
        }
        assertStage("50_freq_denorm", denormalised);

        float[] waves = new float[spectra.channels() / 2 * network.samples()];
        new Spectrogram(2 * spectra.rows(), Kernels.best(), workers)
                .addInverse(spectra, deviation, mean, waves, network.samples());
        assertStage("51_freq_wave", waves);

        Moments temporal = temporalMoments();
        float[] temporalWaves = Stages.dense(stages.get("tdecoder.3"));
        for (int i = 0; i < temporalWaves.length; i++) {
            temporalWaves[i] = (float) (temporalWaves[i] * temporal.deviation() + temporal.mean());
        }
        assertStage("52_time_wave", temporalWaves);
        for (int i = 0; i < waves.length; i++) {
            waves[i] += temporalWaves[i];
        }
        assertStage("60_out", waves);
    }

    private static void assertTokens(String golden, Tensor x) {
        assertStage(golden, Stages.tokens(x, BINS));
    }

    private static void assertStage(String golden, float[] actual) {
        float[] expected = Npy.read(GOLDEN + "act_dec17/" + golden + ".npy");
        assertThat(Compare.relativeRms(Compare.decimate(actual, 1, STAGE_STEP), expected)).as(golden)
                .isLessThan(TOLERANCE);
    }

    private static Tensor tensor(float[] dense, int channels, int rows, int columns) {
        Tensor x = Tensor.zeros(channels, rows, columns);
        for (int i = 0; i < channels * rows; i++) {
            System.arraycopy(dense, i * columns, x.data(), x.at(i / rows, i % rows), columns);
        }
        return x;
    }

    private static Tensor copy(Tensor x) {
        return tensor(Stages.dense(x), x.channels(), x.rows(), x.columns());
    }
}
