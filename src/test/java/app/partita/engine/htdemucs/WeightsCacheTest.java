package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SegmentNetwork;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.testkit.Npy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
