package app.partita.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs the released weights: the environment variable PARTITA_TEST_WEIGHTS names the file. */
@Tag("weights")
class ReleasedWeightsTest {

    @Test
    void theReleasedFileHoldsTheWholeNetworkInHalfPrecision() throws Fault {
        String file = System.getenv("PARTITA_TEST_WEIGHTS");
        assertThat(file).as("environment variable PARTITA_TEST_WEIGHTS").isNotBlank();
        Map<String, PlainTensor> tensors = Golden.tensors(Path.of(file));
        assertThat(tensors.keySet()).isEqualTo(Golden.tensors(Golden.file(Golden.SAFETENSORS)).keySet());
        assertThat(tensors.values().stream().mapToLong(t -> t.numbers().length).sum()).isEqualTo(41_984_456);
        assertThat(tensors.get("crosstransformer.layers.1.cross_attn.in_proj_weight").shape())
                .containsExactly(1536, 512);
        assertThat(tensors.get("freq_emb.embedding.weight").shape()).containsExactly(512, 48);
        tensors.forEach((name, tensor) -> {
            for (float number : tensor.numbers()) {
                if (Float.float16ToFloat(Float.floatToFloat16(number)) != number) {
                    throw new AssertionError(name + " holds " + number + ", which is no half-precision number");
                }
            }
        });
    }
}
