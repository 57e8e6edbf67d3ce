package app.partita.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.testkit.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePickleTest {

    private static final byte[] EIGHT_BYTES = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40};

    @TempDir
    private Path folder;

    @Test
    void aCallOfAForbiddenGlobalIsRefusedByItsName() throws IOException {
        byte[] pickle = new Pickle().global("os", "system").text("echo gotcha").op("\u0085R").end();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(pickle))
                .withMessageContaining("evil.th").withMessageContaining("os.system");
    }

    @Test
    void aForbiddenCallBesideTheTensorsIsRefusedToo() {
        Pickle pickle = new Pickle().op("}(").text("state").op("}").text("training_args")
                .global("builtins", "eval").text("1").op("\u0085R").op("u");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(pickle.end()))
                .withMessageContaining("builtins.eval");
    }

    @Test
    void aForbiddenGlobalInATensorsPlaceIsRefused() {
        byte[] pickle = new Pickle().op("}").text("state").op("}").text("w").global("os", "system").op("ss").end();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(pickle))
                .withMessageContaining("w is not a tensor");
    }

    @Test
    void aGlobalThatIsOnlyNamedHarmsNobody() throws IOException {
        byte[] pickle = new Pickle().op("}(").text("note").global("os", "system")
                .text("state").op("}").text("w").tensor("FloatStorage", "0", 2).op("su").end();
        try (Weights weights = open(pickle)) {
            assertThat(weights.store().take("w", 2)).containsExactly(1, 2);
        }
    }

    @Test
    void aNetworkOfAnotherKindIsNamed() {
        byte[] pickle = new Pickle().op("}(").text("klass").global("demucs.hdemucs", "HDemucs")
                .text("state").op("}u").end();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(pickle))
                .withMessageContaining("demucs.hdemucs.HDemucs");
    }

    @Test
    void quantisedWeightsAreNamedAsSuch() {
        byte[] pickle = new Pickle().op("}").text("state").op("}").text("__quantized").op("\u0088ss").end();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(pickle)).withMessageContaining("quantised");
    }

    @Test
    void aViewBeyondItsNumbersIsRefused() {
        for (int[] stride : new int[][] {{2}, {-1}, {Integer.MAX_VALUE}}) {
            byte[] pickle = state(new Pickle(), 2, 0, new int[] {2}, stride);
            assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(pickle)).withMessageContaining("w");
        }
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> open(state(new Pickle(), 2, 1, new int[] {2}, new int[] {1})));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> open(state(new Pickle(), 2, -1, new int[] {2}, new int[] {1})));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> open(state(new Pickle(), 2_000_000_000, 0, new int[] {2}, new int[] {1})));
    }

    @Test
    void aStrideOfZeroCannotBlowUpAFile() {
        byte[] pickle = state(new Pickle(), 2, 0, new int[] {1_000_000_000}, new int[] {0});
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(pickle)).withMessageContaining("more numbers");
    }

    @Test
    void aTransposedViewIsGathered() throws IOException {
        byte[] pickle = new Pickle().op("}").text("w")
                .view("HalfStorage", "0", 4, 0, new int[] {2, 2}, new int[] {1, 2}).op("s").end();
        float[] numbers = {1, 2, 3, 4};
        byte[] storage = new PlainTensor(numbers, 4).bytes(ElementType.F16);
        Path file = Golden.write(folder, "bare.th", TorchFiles.zip("bare", pickle, Map.of("0", storage)));
        try (Weights weights = WeightsFile.open(file)) {
            assertThat(weights.store().take("w", 2, 2)).containsExactly(1, 3, 2, 4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/../../b", "/etc", "C:/w", "a\\..\\b"})
    void aZipWhosePathsLeaveItsFolderIsRefused(String top) {
        byte[] pickle = new Pickle().op("}").text("w").tensor("FloatStorage", "0", 2).op("s").end();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> WeightsFile.open(Golden.write(folder, "evil.th",
                TorchFiles.zip(top, pickle, Map.of("0", EIGHT_BYTES))))).withMessageContaining("leaves its folder");
        assertThat(Folders.tree(folder)).containsExactly("evil.th");
    }

    @Test
    void aListThatHoldsItselfEndsWell() throws IOException {
        byte[] pickle = new Pickle().op("}(").text("loop").op("]q\u0001h\u0001a").text("state").op("}")
                .text("w").tensor("FloatStorage", "0", 2).op("su").end();
        try (Weights weights = open(pickle)) {
            assertThat(weights.store().names()).containsExactly("w");
        }
    }

    private static byte[] state(Pickle pickle, int count, int offset, int[] shape, int[] strides) {
        return pickle.op("}").text("state").op("}").text("w")
                .view("FloatStorage", "0", count, offset, shape, strides).op("ss").end();
    }

    private Weights open(byte[] pickle) throws IOException {
        return WeightsFile.open(Golden.write(folder, "evil.th",
                TorchFiles.zip("evil", pickle, Map.of("0", EIGHT_BYTES))));
    }
}
