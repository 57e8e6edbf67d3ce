package app.partita.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.partita.fault.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorStoreTest {

    private final TensorStore store = new TensorStore("my.onnx", Map.of(
            "conv.weight", NamedTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
            "conv.bias", NamedTensor.of(new float[] {7, 8}, 2)), ModelArguments.RELEASED);

    @Test
    void givesEveryTensorOnceAndIsThenEmpty() throws Fault {
        assertThat(store.shape("conv.weight")).containsExactly(2, 3);
        assertThat(store.take("conv.weight", 2, 3)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(store.take("conv.bias", 2)).containsExactly(7, 8);
        store.finish();
        assertThatIllegalStateException().isThrownBy(() -> store.take("conv.bias", 2));
    }

    @Test
    void namesAMissingTensorAndTheFile() {
        assertThat(store.has("gone")).isFalse();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> store.take("gone", 2))
                .withMessageContaining("my.onnx").withMessageContaining("gone").withMessageContaining("missing");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> store.shape("gone"));
    }

    @Test
    void namesALeftOverTensorAndTheFile() throws Fault {
        store.take("conv.weight", 2, 3);
        assertThatExceptionOfType(Fault.class).isThrownBy(store::finish)
                .withMessageContaining("my.onnx").withMessageContaining("conv.bias")
                .satisfies(f -> assertThat(f.nextStep()).isNotBlank());
    }

    @Test
    void refusesAnotherShapeOfTheSameLength() {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> store.take("conv.weight", 3, 2))
                .withMessageContaining("my.onnx").withMessageContaining("conv.weight").withMessageContaining("[2, 3]");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(float number) {
        TensorStore damaged = new TensorStore("my.onnx",
                Map.of("norm", NamedTensor.of(new float[] {1, number}, 2)), ModelArguments.RELEASED);
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> damaged.take("norm", 2))
                .withMessageContaining("my.onnx").withMessageContaining("norm").withMessageContaining("" + number);
    }

    @Test
    void printsNoControlCharactersOfAStrangersNames() {
        TensorStore hostile = new TensorStore("my.onnx",
                Map.of("a\u001b[2J\n" + "x".repeat(9000), NamedTensor.of(new float[] {1}, 1)), ModelArguments.RELEASED);
        assertThatExceptionOfType(Fault.class).isThrownBy(hostile::finish)
                .satisfies(f -> assertThat(f.getMessage()).doesNotContain("\u001b", "\n").hasSizeLessThan(300));
    }
}
