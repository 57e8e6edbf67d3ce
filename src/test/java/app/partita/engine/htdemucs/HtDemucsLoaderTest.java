package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.engine.SegmentNetwork;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.NamedTensor;
import app.partita.engine.weights.TensorStore;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsFile;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.testkit.Npy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of the family whose weights exist in no file: shaped like the small golden network, numbers by the recipe. */
class HtDemucsLoaderTest {

    private static final String GOLDEN = "/golden/small/";
    private static final List<String> FOUR = List.of("drums", "bass", "other", "vocals");
    private static final List<String> SIX = List.of("drums", "bass", "other", "vocals", "guitar", "piano");
    private static final String IN_PROJ = "crosstransformer.layers_t.3.cross_attn.in_proj_weight";

    private final Map<String, int[]> shapes = new TreeMap<>();

    @BeforeEach
    void readTheShapes() throws Exception {
        Path file = Path.of(HtDemucsLoaderTest.class.getResource(GOLDEN + "small0fp16-d2fcb10f.th").toURI());
        try (Weights weights = WeightsFile.open(file)) {
            TensorStore store = weights.store();
            for (String name : new TreeSet<>(store.names())) {
                shapes.put(name, store.shape(name));
            }
        }
    }

    @Test
    void describesTheModel() throws Fault {
        try (SegmentNetwork network = load(FOUR)) {
            assertThat(network.spec().name()).isEqualTo("recipe");
            assertThat(network.spec().sampleRate()).isEqualTo(44100);
            assertThat(network.spec().channels()).isEqualTo(2);
            assertThat(network.spec().segmentFrames()).isEqualTo(28_665);
            assertThat(network.spec().stems())
                    .containsExactly(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER, StemKind.VOCALS);
        }
    }

    @Test
    void aNetworkWithoutBottomChannelsSeparates() throws Fault {
        shapes.keySet().removeIf(name -> name.startsWith("channel_"));
        Map<Integer, Integer> widths = Map.of(48, 64, 3 * 48, 3 * 64, 4 * 48, 4 * 64);
        shapes.replaceAll((name, shape) -> name.startsWith("crosstransformer.")
                ? Arrays.stream(shape).map(size -> widths.getOrDefault(size, size)).toArray() : shape);
        assertThat(shapes).hasSize(525);
        assertSeparates(FOUR);
    }

    @Test
    void aNetworkOfSixSourcesSeparates() throws Fault {
        for (String branch : List.of("decoder.3", "tdecoder.3")) {
            shapes.get(branch + ".conv_tr.weight")[1] = shapes.get(branch + ".conv_tr.weight")[1] / 4 * 6;
            shapes.get(branch + ".conv_tr.bias")[0] = shapes.get(branch + ".conv_tr.bias")[0] / 4 * 6;
        }
        assertSeparates(SIX);
    }

    private void assertSeparates(List<String> sources) throws Fault {
        float[] mixture = Npy.read(GOLDEN + "segment_in.npy");
        float[] stems = new float[sources.size() * mixture.length];
        Arrays.fill(stems, Float.NaN);
        try (SegmentNetwork network = load(sources)) {
            assertThat(network.spec().stems()).hasSize(sources.size());
            network.separate(mixture, stems, fraction -> { }, () -> false);
        }
        for (int stem = 0; stem < sources.size(); stem++) {
            double power = 0;
            for (int i = stem * mixture.length; i < (stem + 1) * mixture.length; i++) {
                power += (double) stems[i] * stems[i];
            }
            assertThat(power).as(sources.get(stem)).isFinite().isPositive();
        }
    }

    @Test
    void aCancelledSegmentLeavesTheNetworkUsable() throws Fault {
        float[] mixture = Npy.read(GOLDEN + "segment_in.npy");
        float[] expected = new float[4 * mixture.length];
        float[] stems = new float[expected.length];
        try (SegmentNetwork network = load(FOUR)) {
            network.separate(mixture, expected, fraction -> { }, () -> false);
            for (int after : new int[] {0, 1, 100, 1000}) {
                AtomicInteger asked = new AtomicInteger();
                assertThatExceptionOfType(CancellationException.class).isThrownBy(() ->
                        network.separate(mixture, stems, fraction -> { }, () -> asked.incrementAndGet() > after));
            }
            network.separate(mixture, stems, fraction -> { }, () -> false);
        }
        assertThat(stems).isEqualTo(expected);
    }

    @Test
    void progressNeverFallsAndEndsWithTheWhole() throws Fault {
        float[] mixture = Npy.read(GOLDEN + "segment_in.npy");
        List<Double> fractions = new ArrayList<>();
        try (SegmentNetwork network = load(FOUR)) {
            network.separate(mixture, new float[4 * mixture.length], fractions::add, () -> false);
        }
        assertThat(fractions).isSorted().hasSizeGreaterThan(20).endsWith(1.0);
        assertThat(fractions.getFirst()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoder.0.conv.weight", "tencoder.2.dconv.layers.1.6.scale", "freq_emb.embedding.weight",
        "crosstransformer.norm_in.bias", "decoder.3.conv_tr.bias", "tdecoder.1.rewrite.bias"})
    void aMissingTensorIsNamed(String name) {
        shapes.remove(name);
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> load(FOUR))
                .withMessageContaining("synthetic.th").withMessageContaining(name);
    }

    @Test
    void aLayerWithoutAttentionIsNamed() {
        shapes.remove(IN_PROJ);
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> load(FOUR))
                .withMessageContaining("synthetic.th").withMessageContaining("crosstransformer.layers_t.3.");
    }

    @Test
    void aBranchWithFewerTransformerLayersIsRefused() {
        shapes.keySet().removeIf(name -> name.startsWith("crosstransformer.layers_t.4."));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> load(FOUR)).withMessageContaining("synthetic.th");
    }

    @Test
    void aLeftOverTensorIsNamed() {
        shapes.put("decoder.3.norm1.weight", new int[] {8});
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> load(FOUR))
                .withMessageContaining("synthetic.th").withMessageContaining("decoder.3.norm1.weight");
    }

    @Test
    void aMisshapenTensorIsNamedWithBothShapes() {
        shapes.put("crosstransformer.layers.0.norm1.weight", new int[] {47});
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> load(FOUR))
                .withMessageContaining("crosstransformer.layers.0.norm1.weight")
                .withMessageContaining("47").withMessageContaining("48");
    }

    @Test
    void stemsThatNobodyKnowsAreRefused() {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> load(List.of("drums", "bass", "other", "kazoo")))
                .withMessageContaining("kazoo").withMessageContaining("synthetic.th");
    }

    @Test
    void namesForMoreStemsThanAreComputedAreRefused() {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> load(SIX))
                .withMessageContaining("6").withMessageContaining("4").withMessageContaining("synthetic.th");
    }

    private SegmentNetwork load(List<String> sources) throws Fault {
        Map<String, NamedTensor> tensors = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> tensors.put(name, NamedTensor.of(Recipe.numbers(name, shape), shape)));
        ModelArguments arguments = new ModelArguments(13, 20, 8, 2.0, sources);
        return new HtDemucsLoader(Kernels.best())
                .load("recipe", new TensorStore("synthetic.th", tensors, arguments), 2);
    }
}
