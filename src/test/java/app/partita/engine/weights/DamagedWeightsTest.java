package app.partita.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file, the answer is a fault: no other exception, no hang, no huge allocation. */
class DamagedWeightsTest {

    private static final int CHANGES = 500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Packaging.class)
    void aFileCutShortAnywhereIsAFault(Packaging packaging) throws IOException {
        byte[] whole = tiny(packaging);
        for (int length = 0; length < whole.length; length += length < 64 ? 1 : 5) {
            Path cut = Golden.write(folder, "cut", Arrays.copyOf(whole, length));
            assertThatExceptionOfType(Fault.class).as("cut at " + length).isThrownBy(() -> Golden.tensors(cut))
                    .withMessageContaining("cut");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Golden.SAFETENSORS, Golden.TORCH, Golden.OLD_TORCH})
    void aGoldenCutShortIsAFault(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Golden.file(name));
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Path cut = Golden.write(folder, "cut", Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThatExceptionOfType(Fault.class).isThrownBy(() -> Golden.tensors(cut));
        }
    }

    @ParameterizedTest
    @EnumSource(Packaging.class)
    void changedBytesAreAFaultOrReadable(Packaging packaging) throws IOException {
        byte[] whole = tiny(packaging);
        Random random = new Random(43);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = whole.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                int at = random.nextInt(changed.length);
                changed[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (0xff << random.nextInt(8));
            }
            readOrFault(Golden.write(folder, "changed", changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "just a text file, longer than sixteen bytes", "<!DOCTYPE html><html></html>"})
    void otherFilesAreNamedAsSuch(String content) throws IOException {
        Path file = Golden.write(folder, "notes.onnx", content.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> WeightsFile.open(file))
                .withMessageContaining("notes.onnx")
                .satisfies(f -> assertThat(f.nextStep()).isNotBlank());
    }

    @Test
    void aFolderOrNothingIsAFault() {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> WeightsFile.open(folder));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> WeightsFile.open(folder.resolve("none")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2000000000],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
        "{\"a\":7}",
        "{\"__metadata__\":{\"kwargs\":\"{\\\"segment\\\": \\\"1/0\\\"}\"}}",
        "{\"__metadata__\":{\"kwargs\":\"{\\\"segment\\\": 1e9}\"}}",
        "{\"__metadata__\":{\"kwargs\":\"{\\\"t_heads\\\": 0}\"}}",
        "{\"__metadata__\":{\"kwargs\":\"{\\\"sources\\\": [\\\"../../x\\\"]}\"}}",
        "{\"__metadata__\":{\"kwargs\":\"[\"}}",
    })
    void impossibleHeadersAreAFault(String header) throws IOException {
        Path file = Golden.write(folder, "bad", SafetensorsFiles.frame(header, new byte[8]));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> Golden.tensors(file)).withMessageContaining("bad");
    }

    @Test
    void aPartOfAnExportThatIsNotThereIsAFault() throws IOException {
        Map<String, PlainTensor> tensors = new LinkedHashMap<>();
        tensors.put("crosstransformer.layers.1.cross_attn.in_proj_bias", tensor(3));
        byte[] whole = OnnxFiles.pack(tensors);
        String renamed = new String(whole, StandardCharsets.ISO_8859_1).replace("cross_attn/Add_1", "cross_attn/Sub_1");
        Path file = Golden.write(folder, "half", renamed.getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> WeightsFile.open(file))
                .withMessageContaining("in_proj_bias");
    }

    private static void readOrFault(Path file) {
        try {
            Golden.tensors(file);
        } catch (Fault expected) {
            assertThat(expected.nextStep()).isNotBlank();
        }
    }

    private static byte[] tiny(Packaging packaging) throws IOException {
        Map<String, PlainTensor> tensors = new LinkedHashMap<>();
        tensors.put("encoder.0.conv.weight", tensor(2, 3));
        tensors.put("freq_emb.embedding.weight", tensor(3, 2));
        tensors.put("crosstransformer.layers.1.cross_attn.in_proj_weight", tensor(6, 2));
        tensors.put("encoder.0.dconv.layers.0.1.weight", tensor(3));
        return switch (packaging) {
            case SAFETENSORS -> SafetensorsFiles.pack(ElementType.F16, tensors, "{\"t_heads\": 4}");
            case TORCH -> TorchFiles.pack(tensors);
            case ONNX -> OnnxFiles.pack(tensors);
        };
    }

    private static PlainTensor tensor(int... shape) {
        float[] numbers = new float[Shapes.length(shape)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 0.25f;
        }
        return new PlainTensor(numbers, shape);
    }
}
