package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SegmentNetwork;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsFile;
import app.partita.testkit.Npy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first loading leaves behind gives the same network as the weights. */
class WeightsCacheTest {

    @TempDir
    Path folder;

    @Test
    void laterLoadingsGiveTheSameBits() throws Exception {
        float[] fromWeights = separate(new HtDemucsLoader(Kernels.best()));
        assertThat(separate(new HtDemucsLoader(Kernels.best(), folder))).isEqualTo(fromWeights);
        assertThat(files()).hasSize(1);
        Object written = Files.getLastModifiedTime(files().getFirst());
        assertThat(separate(new HtDemucsLoader(Kernels.best(), folder))).isEqualTo(fromWeights);
        assertThat(Files.getLastModifiedTime(files().getFirst())).isEqualTo(written);
    }

    @Test
    void aTornCacheIsMadeAnew() throws Exception {
        float[] expected = separate(new HtDemucsLoader(Kernels.best(), folder));
        byte[] whole = Files.readAllBytes(files().getFirst());
        Files.write(files().getFirst(), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(separate(new HtDemucsLoader(Kernels.best(), folder))).isEqualTo(expected);
        assertThat(Files.readAllBytes(files().getFirst())).isEqualTo(whole);
    }

    @Test
    void eachInstructionSetHasItsOwn() throws Exception {
        separate(new HtDemucsLoader(Kernels.best(), folder));
        separate(new HtDemucsLoader(new ScalarKernels(), folder));
        assertThat(files()).hasSize(Kernels.best().instructionSet().equals("scalar") ? 1 : 2);
    }

    @Test
    void onlyWhatOlderVersionsPackedOfTheSameWeightsIsRemoved() throws Exception {
        separate(new HtDemucsLoader(Kernels.best(), folder));
        Path current = files().getFirst();
        String name = current.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('-') + 1);
        List<String> kept = List.of(name, stem + 999 + ".weights", stem + "mine.weights", "0-" + stem + "1.weights");
        for (String file : List.of(kept.get(1), kept.get(2), kept.get(3), stem + "1.weights", stem + "4.weights")) {
            Files.createFile(folder.resolve(file));
        }
        Files.delete(current);

        separate(new HtDemucsLoader(Kernels.best(), folder));

        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrderElementsOf(kept);
    }

    /** The program before an update has left its own behind: other numbers under the same name would be noise. */
    @Test
    void whoeverChangesTheOrderOfTheNumbersRaisesTheVersion() throws Exception {
        CRC32 order = new CRC32();
        Path file = Path.of(WeightsCacheTest.class.getResource("/golden/small/small0fp16-d2fcb10f.th").toURI());
        try (Weights weights = WeightsFile.open(file); Workers workers = new Workers(1)) {
            for (Kernels kernels : List.of(new ScalarKernels(), withTallTiles())) {
                StoredParameters parameters = new StoredParameters(weights.store());
                new HtDemucs(parameters, kernels, workers);
                new TreeMap<>(CachedParameters.blobs(parameters)).forEach((name, numbers) -> add(order, name, numbers));
                // The small network is too narrow for these.
                add(order, "quarters", PackedMatrix.Plan.quartered(256, 1024, kernels).pack(numbered(256 * 1024)));
            }
        }
        assertThat(List.of(CachedParameters.VERSION, order.getValue())).isEqualTo(List.of(5, 2851920602L));
    }

    private record Tile(int rows, int columns) implements GemmKernel {

        @Override
        public void multiply(int depth, float[] a, int aOffset, float[] b, int bOffset, int bStride,
                             float[] c, int cOffset, int cStride, boolean accumulate) {
            throw new UnsupportedOperationException();
        }
    }

    private static Kernels withTallTiles() {
        Kernels scalar = new ScalarKernels();
        List<Tile> tiles = List.of(new Tile(12, 32), new Tile(8, 32), new Tile(4, 32));
        return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class},
                (_, method, arguments) -> method.getName().equals("gemm") ? tiles : method.invoke(scalar, arguments));
    }

    private static float[] numbered(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static void add(CRC32 checksum, String name, float[] numbers) {
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
        bytes.asFloatBuffer().put(numbers);
        checksum.update(bytes);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".weights")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] separate(HtDemucsLoader loader) throws Exception {
        Path weights = Path.of(WeightsCacheTest.class.getResource("/golden/small/small0fp16-d2fcb10f.th").toURI());
        try (SegmentNetwork network = loader.load("small", weights, 2)) {
            int samples = network.spec().segmentFrames() * network.spec().channels();
            float[] stems = new float[samples * network.spec().stems().size()];
            network.separate(Npy.read("/golden/small/segment_in.npy"), stems, fraction -> { }, () -> false);
            return stems;
        }
    }
}
