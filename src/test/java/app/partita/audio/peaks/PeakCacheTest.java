package app.partita.audio.peaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakCacheTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasSavedIsThereAgain() {
        PeakPyramid first = PeakPyramidTest.filled(PeakPyramidTest.noise(50_000, 1), 50_000, 9, false, 1);
        PeakPyramid second = PeakPyramidTest.filled(PeakPyramidTest.noise(300, 2), 300, 9, false, 2);
        cache().save("song", List.of(first, second));

        List<PeakPyramid> found = cache().load("song").orElseThrow();

        assertThat(found).hasSize(2);
        PeakPyramidTest.assertEqual(PeakPyramidTest.read(found.getFirst(), 0, 5000, 10),
                PeakPyramidTest.read(first, 0, 5000, 10));
        assertThat(found.getLast().loudest()).isEqualTo(second.loudest());
        assertThat(cache().load("another song")).isEmpty();
    }

    @Test
    void whatIsDamagedIsAsGoodAsMissing() throws IOException {
        cache().save("song", List.of(PeakPyramidTest.filled(PeakPyramidTest.noise(700, 1), 700, 9, false, 1)));
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 3) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(cache().load("song")).as("byte " + at).isEmpty();
        }
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(cache().load("song")).as("cut to " + length).isEmpty();
        }
    }

    @Test
    void songsNotOpenedForLongMakeRoom() throws IOException {
        PeakPyramid small = PeakPyramidTest.filled(PeakPyramidTest.noise(256, 1), 256, 1, false, 1);
        cache().save("oldest", List.of(small));
        Files.setLastModifiedTime(onlyFile(), FileTime.from(Instant.EPOCH));
        for (int song = 0; song < 200; song++) {
            cache().save("song " + song, List.of(small));
        }

        assertThat(cache().load("oldest")).isEmpty();
        assertThat(cache().load("song 0")).isPresent();
    }

    private PeakCache cache() {
        return new PeakCache(folder.resolve("peaks"), () -> Instant.parse("2026-11-23T12:00:00Z"));
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("peaks"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
