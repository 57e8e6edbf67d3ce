package app.partita.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorCacheTest {

    @TempDir
    private Path folder;
    private Path scratch;

    @BeforeTry
    void makeScratch() throws IOException {
        scratch = Files.createTempDirectory("cache");
    }

    @AfterTry
    void dropScratch() throws IOException {
        Files.deleteIfExists(scratch.resolve("c"));
        Files.delete(scratch);
    }

    @Property(tries = 100)
    void whatIsWrittenIsRead(@ForAll @Size(max = 6) Map<String, float[]> blobs) throws Fault {
        Path file = scratch.resolve("c");
        TensorCache.write(file, blobs);
        try (TensorCache cache = TensorCache.open(file)) {
            assertThat(cache.names()).hasSameSizeAs(blobs.keySet());
            for (Map.Entry<String, float[]> blob : blobs.entrySet()) {
                assertThat(cache.read(blob.getKey())).isEqualTo(blob.getValue());
                assertThat(cache.length(blob.getKey())).isEqualTo(blob.getValue().length);
                assertThat(cache.slice(blob.getKey()).address() % 64).isZero();
            }
        }
    }

    @Test
    void anOlderFileIsReplacedAndNothingElseStays() throws IOException {
        Path file = folder.resolve("deep/cache");
        TensorCache.write(file, Map.of("a", new float[] {1}));
        TensorCache.write(file, Map.of("b", new float[] {2, 3}));
        try (TensorCache cache = TensorCache.open(file); Stream<Path> files = Files.list(file.getParent())) {
            assertThat(cache.names()).containsExactly("b");
            assertThat(cache.read("b")).containsExactly(2, 3);
            assertThat(files).containsExactly(file);
            assertThatExceptionOfType(Fault.class).isThrownBy(() -> cache.read("a"));
        }
    }

    @Test
    void aTornFileIsRefused() throws IOException {
        Path file = folder.resolve("cache");
        Map<String, float[]> blobs = new LinkedHashMap<>();
        blobs.put("first", new float[100]);
        blobs.put("second", new float[] {1, 2, 3});
        TensorCache.write(file, blobs);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(Fault.class).isThrownBy(() -> TensorCache.open(file).close());
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 64));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> TensorCache.open(file).close());
    }

    @Test
    void aChangedHeaderIsRefused() throws IOException {
        Path file = folder.resolve("cache");
        TensorCache.write(file, Map.of("first", new float[1]));
        byte[] whole = Files.readAllBytes(file);
        int header = TensorCache.FIXED_HEADER + TensorCache.ENTRY_BYTES + "first".length();
        for (int at = 0; at < header; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << bit);
                Files.write(file, changed);
                assertThatExceptionOfType(Fault.class).isThrownBy(() -> TensorCache.open(file).close());
            }
        }
    }

    @Test
    void aMissingFileOrAnUnwritableFolderIsAFault() throws IOException {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> TensorCache.open(folder.resolve("none")));
        Path plainFile = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> TensorCache.write(plainFile.resolve("cache"), Map.of("a", new float[1])));
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatIsBeingWrittenIsNot() throws IOException {
        Path left = Files.writeString(folder.resolve("a.weights.1.part"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path young = Files.writeString(folder.resolve("b.weights.2.part"), "half");

        TensorCache.write(folder.resolve("c"), Map.of("x", new float[] {1}));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(young, folder.resolve("c"));
        }
    }
}
