package app.partita.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsDigestsTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-02T03:04:05.678Z"));

    @TempDir
    private Path folder;
    private Path weights;
    private WeightsDigests digests;

    @BeforeEach
    void makeWeights() throws IOException {
        weights = Files.writeString(folder.resolve("song.weights"), "one");
        Files.setLastModifiedTime(weights, LONG_AGO);
        digests = new WeightsDigests(folder.resolve("cache"));
    }

    @Test
    void areThoseOfTheFile() throws Exception {
        assertThat(digests.of(weights)).isEqualTo(WeightsFile.sha256(weights));
        assertThat(digests.of(weights)).isEqualTo(WeightsFile.sha256(weights));
    }

    @Test
    void areNotCountedAgainForAFileThatLooksTheSame() throws Exception {
        String first = digests.of(weights);
        Files.writeString(weights, "two");
        Files.setLastModifiedTime(weights, LONG_AGO);
        assertThat(digests.of(weights)).isEqualTo(first);
    }

    @Test
    void areCountedAgainForAFileOfAnotherTimeOrSizeOrPlace() throws Exception {
        String first = digests.of(weights);
        Files.writeString(weights, "two");
        Files.setLastModifiedTime(weights, FileTime.from(LONG_AGO.toInstant().plusMillis(1)));
        assertThat(digests.of(weights)).isEqualTo(WeightsFile.sha256(weights)).isNotEqualTo(first);
        Files.writeString(weights, "three");
        Files.setLastModifiedTime(weights, FileTime.from(LONG_AGO.toInstant().plusMillis(1)));
        assertThat(digests.of(weights)).isEqualTo(WeightsFile.sha256(weights));
        Path other = Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("song.weights"), "four!");
        Files.setLastModifiedTime(other, FileTime.from(LONG_AGO.toInstant().plusMillis(1)));
        assertThat(digests.of(other)).isEqualTo(WeightsFile.sha256(other));
    }

    @Test
    void areNotRememberedOfAFileThatWasChangedJustNow() throws Exception {
        Files.setLastModifiedTime(weights, FileTime.from(Instant.now()));
        digests.of(weights);
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void areCountedAgainWhereTheNoteIsDamaged() throws Exception {
        String digest = digests.of(weights);
        Files.writeString(folder.resolve("cache/song.weights.sha256"), "rubbish");
        assertThat(digests.of(weights)).isEqualTo(digest);
    }

    @Test
    void aMissingFileIsAFault() {
        assertThatThrownBy(() -> digests.of(folder.resolve("none"))).isInstanceOf(Fault.class);
    }
}
