package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import app.partita.stems.Stretches.Stretch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class MixtureFileTest {

    @TempDir
    Path folder;

    @Test
    void readsZerosOutsideOfTheSong() throws Fault {
        try (var mixture = mixture()) {
            mixture.append(new float[] {9, 1, 2, 3, 4, 5, 6}, 1, 3);
            var interleaved = new float[12];
            mixture.read(-2, interleaved, 2, 5);
            var planar = new float[10];
            mixture.readPlanar(1, planar, 5);

            assertThat(interleaved).containsExactly(0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6);
            assertThat(planar).containsExactly(3, 5, 0, 0, 0, 4, 6, 0, 0, 0);
            mixture.read(-50, interleaved, 0, 6);
            assertThat(interleaved).containsOnly(0);
            mixture.read(50, interleaved, 0, 6);
            assertThat(interleaved).containsOnly(0);
        }
    }

    @Test
    void lengthIsKnownAtTheEndAndGuessedBefore() throws Fault {
        try (var mixture = mixture()) {
            mixture.expect(10);
            mixture.append(new float[6], 0, 3);
            assertThat(mixture.length()).isEmpty();
            assertThat(mixture.expectedFrames()).isEqualTo(10);
            mixture.complete();

            assertThat(mixture.length()).hasValue(3);
            assertThat(mixture.expectedFrames()).isEqualTo(3);
            assertThat(mixture.awaitFrames(100, () -> false)).isEqualTo(3);
            assertThatThrownBy(() -> mixture.append(new float[2], 0, 1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void waitsForFramesThatAnotherThreadAppends() throws Exception {
        try (var mixture = mixture()) {
            var waiting = CompletableFuture.supplyAsync(() -> await(mixture, 4, new AtomicBoolean()));
            mixture.append(new float[6], 0, 3);
            assertThat(waiting).isNotDone();
            mixture.append(new float[6], 0, 3);

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(6L);
        }
    }

    @Test
    void waitingCanBeCancelled() throws Exception {
        try (var mixture = mixture()) {
            var cancelled = new AtomicBoolean();
            var waiting = CompletableFuture.supplyAsync(() -> await(mixture, 4, cancelled));
            cancelled.set(true);

            assertThat(waiting).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                    .withRootCauseInstanceOf(CancellationException.class);
        }
    }

    @Test
    void waitingEndsWhenTheDecoderFails() throws Exception {
        try (var mixture = mixture()) {
            var waiting = CompletableFuture.supplyAsync(() -> await(mixture, 4, new AtomicBoolean()));
            mixture.fail(new Fault("a.flac ends early", "Fetch it again"));

            assertThat(waiting).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                    .withStackTraceContaining("a.flac ends early");
        }
    }

    @Test
    void anInterruptedReaderSpoilsNothingForTheOthers() throws Fault {
        try (var mixture = mixture()) {
            mixture.append(new float[] {1, 2}, 0, 1);
            var frame = new float[2];
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> mixture.read(0, frame, 0, 1)).isInstanceOf(CancellationException.class);
                assertThatThrownBy(() -> mixture.awaitFrames(4, () -> false))
                        .isInstanceOf(CancellationException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            mixture.read(0, frame, 0, 1);
            assertThat(frame).containsExactly(1, 2);
        }
    }

    @Test
    void whatIsForeseenIsHeardUntilTheSongComesThere() throws Fault {
        try (var mixture = mixture()) {
            mixture.append(new float[] {1, 2}, 0, 1);
            mixture.foresee(3, new float[] {0, 7, 7, 8, 8}, 1, 2);
            var read = new float[12];
            mixture.read(0, read, 0, 6);

            assertThat(read).containsExactly(1, 2, 0, 0, 0, 0, 7, 7, 8, 8, 0, 0);
            assertThat(mixture.heard().list()).containsExactly(new Stretch(0, 1), new Stretch(3, 5));
            assertThat(mixture.frames()).isOne();

            mixture.append(new float[] {3, 4, 5, 6, 9, 9}, 0, 3);
            mixture.read(0, read, 0, 6);
            assertThat(read).containsExactly(1, 2, 3, 4, 5, 6, 9, 9, 8, 8, 0, 0);
            assertThat(mixture.heard().list()).containsExactly(new Stretch(0, 5));
            assertThat(mixture.frames()).isEqualTo(4);
        }
    }

    @Test
    void whatIsForeseenNeverTakesThePlaceOfTheSong() throws Fault {
        try (var mixture = mixture()) {
            mixture.append(new float[] {1, 2, 3, 4}, 0, 2);
            mixture.foresee(0, new float[] {7, 7}, 0, 1);
            mixture.foresee(1, new float[] {7, 7, 8, 8}, 0, 2);
            var read = new float[6];
            mixture.read(0, read, 0, 3);
            assertThat(read).containsExactly(1, 2, 3, 4, 8, 8);

            mixture.complete();
            mixture.foresee(2, new float[] {7, 7}, 0, 1);
            mixture.read(0, read, 0, 3);
            assertThat(read).containsExactly(1, 2, 3, 4, 0, 0);
            assertThat(mixture.heard().list()).containsExactly(new Stretch(0, 2));
        }
    }

    @Test
    void tellsWhetherItIsWaitedFor() throws Exception {
        try (var mixture = mixture()) {
            var over = new AtomicBoolean();
            assertThat(mixture.isAwaited()).isFalse();
            var waiting = CompletableFuture.supplyAsync(() -> await(mixture, 4, over));
            while (!mixture.isAwaited()) {
                Thread.onSpinWait();
            }
            mixture.append(new float[8], 0, 4);
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
            assertThat(mixture.isAwaited()).isFalse();
        }
    }

    @Test
    void leavesNoFile() throws Fault {
        mixture().close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsGoneIsAFaultThatNamesTheFile() {
        assertThatThrownBy(() -> MixtureFile.create(folder.resolve("gone/song.f32"), 2)).isInstanceOf(Fault.class)
                .hasMessageContaining("song.f32").hasMessageContaining("folder is gone");
        assertThat(Files.exists(folder.resolve("gone"))).isFalse();
    }

    private MixtureFile mixture() throws Fault {
        return MixtureFile.create(folder.resolve("song.f32"), 2);
    }

    private static long await(MixtureFile mixture, long frames, AtomicBoolean cancelled) {
        try {
            return mixture.awaitFrames(frames, cancelled::get);
        } catch (Fault fault) {
            throw new IllegalStateException(fault);
        }
    }
}
