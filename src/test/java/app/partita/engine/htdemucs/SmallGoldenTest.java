package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsFile;
import app.partita.testkit.Compare;
import app.partita.testkit.Npy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small golden network, computed by upstream in PyTorch: output in double precision, stages in single. */
class SmallGoldenTest {

    private static final String GOLDEN = "/golden/small/";
    private static final int STAGE_STEP = 17;
    private static final double OUTPUT_TOLERANCE = 2e-6;
    private static final double STAGE_TOLERANCE = 5e-6;

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "simd"})
    void givesUpstreamsOutputAndStages(String family) throws Exception {
        Kernels kernels = family.equals("scalar") ? new ScalarKernels() : Kernels.best();
        Map<String, float[]> stages = new HashMap<>();
        float[] output = forward(kernels, 2, "small0fp16-d2fcb10f.th", (stage, x) -> record(stages, stage, x));

        Map<String, Double> errors = new TreeMap<>();
        stages.forEach((stage, numbers) -> errors.put(stage, Compare.relativeRms(
                Compare.decimate(numbers, 1, STAGE_STEP), Npy.read(GOLDEN + "act_dec17/" + stage + ".npy"))));
        assertThat(errors).hasSize(34).allSatisfy((stage, error) -> assertThat(error).isLessThan(STAGE_TOLERANCE));
        assertThat(Compare.relativeRms(output, Npy.read(GOLDEN + "out_fp32.npy"))).isLessThan(OUTPUT_TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void givesTheSameBitsWhateverTheNumberOfThreadsAndTheInstructionSet(int threads) throws Exception {
        float[] scalar = forward(new ScalarKernels(), 2, "small0fp16-d2fcb10f.th", (stage, x) -> { });
        float[] simd = forward(Kernels.best(), threads, "small0fp16-d2fcb10f.th", (stage, x) -> { });
        assertThat(simd).isEqualTo(scalar);
    }

    @Test
    void givesTheSameFromEveryPackaging() throws Exception {
        float[] expected = forward(Kernels.best(), 2, "small0fp16-d2fcb10f.th", (stage, x) -> { });
        assertThat(forward(Kernels.best(), 2, "small0old-1e2cdd94.th", (stage, x) -> { })).isEqualTo(expected);
    }

    private static float[] forward(Kernels kernels, int threads, String file, StageListener stages) throws Exception {
        Path path = Path.of(SmallGoldenTest.class.getResource(GOLDEN + file).toURI());
        try (Weights weights = WeightsFile.open(path); Workers workers = new Workers(threads)) {
            HtDemucs network = new HtDemucs(new StoredParameters(weights.store()), kernels, workers);
            float[] stems = new float[network.sources() * network.audioChannels() * network.samples()];
            network.forward(Npy.read(GOLDEN + "segment_in.npy"), stems, stages);
            return stems;
        }
    }

    private static void record(Map<String, float[]> stages, String stage, Tensor x) {
        String file = switch (stage) {
            case "standardised" -> "01_freq_in";
            case "standardised_t" -> "01_time_in";
            case "freq_emb" -> "10_enc_c_out";
            case "tencoder.0" -> "10_tenc_c_out";
            case "encoder.1", "encoder.2", "encoder.3" -> "1" + index(stage) + "_enc_c_out";
            case "tencoder.1", "tencoder.2", "tencoder.3" -> "1" + index(stage) + "_tenc_c_out";
            case "channel_upsampler" -> "20_up_x";
            case "channel_upsampler_t" -> "20_up_xt";
            case "crosstransformer.norm_in" -> "21_tin_x";
            case "crosstransformer.norm_in_t" -> "21_tin_xt";
            case "channel_downsampler" -> "30_down_x";
            case "channel_downsampler_t" -> "30_down_xt";
            case "decoder.0", "decoder.1", "decoder.2", "decoder.3" -> "4" + index(stage) + "_dec_out";
            case "tdecoder.0", "tdecoder.1", "tdecoder.2", "tdecoder.3" -> "4" + index(stage) + "_tdec_out";
            default -> stage.startsWith("crosstransformer.layers_t.") ? "23_layer" + index(stage) + "_xt"
                    : stage.startsWith("crosstransformer.layers.") ? "23_layer" + index(stage) + "_x" : null;
        };
        if (file != null) {
            boolean tokens = stage.startsWith("crosstransformer");
            boolean spectral = !file.endsWith("xt");
            stages.put(file, tokens ? Stages.tokens(x, spectral ? 8 : 1) : Stages.dense(x));
        }
    }

    private static char index(String stage) {
        return stage.charAt(stage.length() - 1);
    }
}
