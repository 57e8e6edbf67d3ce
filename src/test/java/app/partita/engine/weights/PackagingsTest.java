package app.partita.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagingsTest {

    private static final String KWARGS = """
            {"segment": "13/20", "t_heads": 8, "freq_emb": 0.2, "emb_scale": 10,
             "sources": ["drums", "bass", "other", "vocals"]}""";

    @TempDir
    private Path folder;
    private Map<String, PlainTensor> expected;

    @BeforeEach
    void readOne() throws Fault {
        expected = Golden.tensors(Golden.file(Golden.SAFETENSORS));
    }

    @Test
    void theSmallNetworkHasTheReleasedNames() {
        assertThat(expected).hasSize(533).containsKeys("encoder.0.conv.weight", "freq_emb.embedding.weight",
                "crosstransformer.layers_t.4.gamma_2.scale");
        assertThat(expected.values().stream().mapToInt(t -> t.numbers().length).sum()).isEqualTo(577_696);
    }

    @ParameterizedTest
    @ValueSource(strings = {Golden.TORCH, Golden.OLD_TORCH})
    void releasedPackagesHoldTheSameTensors(String name) throws Fault {
        assertSame(Golden.file(name), Packaging.TORCH);
        try (Weights weights = WeightsFile.open(Golden.file(name))) {
            assertThat(weights.arguments())
                    .isEqualTo(new ModelArguments(13, 20, 8, 2.0, List.of("drums", "bass", "other", "vocals")));
        }
    }

    @Test
    void singlePrecisionSafetensorsHoldTheSameTensorsAndTheArguments() throws IOException {
        Path file = Golden.write(folder, "a", SafetensorsFiles.pack(ElementType.F32, expected, KWARGS));
        assertSame(file, Packaging.SAFETENSORS);
        try (Weights weights = WeightsFile.open(file)) {
            assertThat(weights.arguments().segmentFrames(44_100)).isEqualTo(28_665);
        }
    }

    @Test
    void singlePrecisionPackagesWithOpcodesThatTheGoldensLackHoldTheSameTensors() throws IOException {
        Path file = Golden.write(folder, "a", TorchFiles.pack(expected));
        assertSame(file, Packaging.TORCH);
        try (Weights weights = WeightsFile.open(file)) {
            assertThat(weights.arguments())
                    .isEqualTo(new ModelArguments(13, 20, 8, 2.0, List.of("drums", "bass", "other", "vocals")));
        }
    }

    @Test
    void anExportWithAnonymousTensorsHoldsTheSameTensors() throws IOException {
        Path file = Golden.write(folder, "a", OnnxFiles.pack(expected));
        assertSame(file, Packaging.ONNX);
    }

    @Test
    void withoutArgumentsTheReleasedOnesHold() throws Fault {
        try (Weights weights = WeightsFile.open(Golden.file(Golden.SAFETENSORS))) {
            assertThat(weights.arguments()).isEqualTo(ModelArguments.RELEASED);
            assertThat(weights.arguments().segmentFrames(44_100)).isEqualTo(343_980);
        }
    }

    @Test
    void theNameSaysNothing() throws IOException {
        Path misnamed = Files.copy(Golden.file(Golden.TORCH), folder.resolve("weights.onnx"));
        assertSame(misnamed, Packaging.TORCH);
    }

    @Test
    void theDigestIsTheOneInTheOfficialName() throws Fault {
        assertThat(WeightsFile.sha256(Golden.file(Golden.TORCH))).hasSize(64).startsWith("d2fcb10f");
    }

    private void assertSame(Path file, Packaging packaging) throws Fault {
        try (Weights weights = WeightsFile.open(file)) {
            assertThat(weights.packaging()).isEqualTo(packaging);
        }
        Map<String, PlainTensor> tensors = Golden.tensors(file);
        assertThat(tensors.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, tensor) -> {
            assertThat(tensors.get(name).shape()).as(name).isEqualTo(tensor.shape());
            assertThat(tensors.get(name).numbers()).as(name).isEqualTo(tensor.numbers());
        });
    }
}
