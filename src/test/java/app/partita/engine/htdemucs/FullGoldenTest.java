package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.testkit.Compare;
import app.partita.testkit.Npy;
import app.partita.testkit.Wav16;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The released size with weights from {@link Recipe}, computed by upstream in PyTorch. */
class FullGoldenTest {

    private static final String GOLDEN = "/golden/full/";
    private static final double OUTPUT_TOLERANCE = 3e-6;
    private static final double STAGE_TOLERANCE = 5e-6;
    /** Where spectra are rewritten by minimal filtering, whose errors are larger than those of plain sums. */
    private static final double FILTERED_TOLERANCE = 1e-5;

    @Test
    void drawsTheRecipesFirstNumbers() {
        assertThat(Arrays.copyOf(Recipe.numbers("encoder.0.conv.weight", new int[] {48, 4, 8, 1}), 4))
                .containsExactly(new float[] {0.16448794f, -0.262773f, -0.10636006f, 0.05385665f}, within(1e-8f));
    }

    @Test
    void givesUpstreamsOutputAndStages() throws Exception {
        JsonNode golden = new ObjectMapper().readTree(FullGoldenTest.class.getResource(GOLDEN + "stages.json"));
        Map<String, Double> errors = new TreeMap<>();
        float[] stems;
        try (Workers workers = new Workers(2)) {
            HtDemucs network = new HtDemucs(new StoredParameters(Recipe.store()), Kernels.best(), workers);
            stems = new float[network.sources() * network.audioChannels() * network.samples()];
            network.forward(Wav16.planar(GOLDEN + "segment_in.wav"), stems, (stage, x) -> {
                if (golden.has(stage)) {
                    errors.put(stage, error(golden.get(stage), upstreamsOrder(stage, x)));
                }
            });
        }
        assertThat(errors).hasSize(golden.size())
                .allSatisfy((stage, error) -> assertThat(error)
                        .isLessThan(stage.startsWith("decoder.") ? FILTERED_TOLERANCE : STAGE_TOLERANCE));
        assertThat(Compare.relativeRms(Compare.decimate(stems, 8, 53), Npy.read(GOLDEN + "out_dec53.npy")))
                .isLessThan(OUTPUT_TOLERANCE);
        assertThat(Compare.relativeRms(ends(stems, 8, 4096), Npy.read(GOLDEN + "out_first4096_last4096.npy")))
                .isLessThan(OUTPUT_TOLERANCE);
    }

    private static float[] upstreamsOrder(String stage, Tensor x) {
        return switch (stage.replaceAll("\\.\\d$", "")) {
            case "crosstransformer.layers" -> Stages.tokens(x, 8);
            case "crosstransformer.layers_t" -> Stages.tokens(x, 1);
            default -> Stages.dense(x);
        };
    }

    private static double error(JsonNode golden, float[] actual) {
        double squares = 0;
        JsonNode at = golden.get("idx");
        for (int i = 0; i < at.size(); i++) {
            double difference = actual[at.get(i).asInt()] - golden.get("val").get(i).asDouble();
            squares += difference * difference;
        }
        return Math.sqrt(squares / at.size()) / golden.get("rms").asDouble();
    }

    private static float[] ends(float[] numbers, int rows, int length) {
        int columns = numbers.length / rows;
        float[] result = new float[rows * 2 * length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(numbers, row * columns, result, row * 2 * length, length);
            System.arraycopy(numbers, (row + 1) * columns - length, result, (row * 2 + 1) * length, length);
        }
        return result;
    }
}
