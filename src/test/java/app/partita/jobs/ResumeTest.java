package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A song whose separation did not come to its end goes on from its finished segments. */
@Timeout(120)
class ResumeTest {

    private static final int SECONDS = 20;
    /** A segment of a second every three quarters of one. */
    private static final int SEGMENTS = 27;
    private static final int STEPS = 20;
    /** Of the job's percents, of which those from 15 to 95 are the stems'. */
    private static final int HALF = 55;

    @TempDir
    private Path folder;
    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void afterClosingAndEndsInTheSameBytes() throws Exception {
        Path song = song("song", 0.2f);
        closedAt(HALF, song);
        assertThat(Folders.tree(folder.resolve("music"))).containsExactly("song.wav");
        steps.set(0);
        try (RealQueue again = open().restored()) {
            again.awaitOver(1);
            assertThat(again.queue.jobs().getFirst().state()).isEqualTo(JobState.COMPLETED);
        }
        assertThat(segments()).isBetween(SEGMENTS / 3, 2 * SEGMENTS / 3);
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
        assertUndisturbed(folder.resolve("music/song - stems"), song);
    }

    @Test
    void theBarIsWhereItWasBeforeAnythingIsComputed() throws Exception {
        closedAt(HALF, song("song", 0.2f));
        CountDownLatch told = new CountDownLatch(1);
        try (RealQueue again = open()) {
            again.queue.listen(new QueueListener() {
                @Override
                public void changed(Job job) {
                    if (job.progress().percent() >= HALF - 15 && steps.get() == 0) {
                        told.countDown();
                    }
                }
            });
            steps.set(0);
            again.restored();
            again.awaitOver(1);
            assertThat(told.getCount()).as("told before anything was computed").isZero();
        }
    }

    @Test
    void butNotIfTheSongIsAnotherOneMeanwhile() throws Exception {
        Path song = song("song", 0.2f);
        closedAt(HALF, song);
        song("song", 0.1f);
        steps.set(0);
        try (RealQueue again = open().restored()) {
            again.awaitOver(1);
        }
        assertThat(segments()).isEqualTo(SEGMENTS);
        assertUndisturbed(folder.resolve("music/song - stems"), song);
    }

    @Test
    void afterStemsCouldNotBeSavedNothingIsComputedAgain() throws Exception {
        Path song = song("song", 0.2f);
        try (RealQueue real = open().restored()) {
            Path inTheWay = folder.resolve("music/song - stems");
            real.at(HALF, job -> write(inTheWay));
            Job job = real.add(song).getFirst();
            real.awaitOver(1);
            assertThat(real.queue.jobs().getFirst().state()).isEqualTo(JobState.FAILED);
            Files.delete(inTheWay);
            steps.set(0);
            real.queue.retry(List.of(job.id()));
            real.awaitOver(1);
            assertThat(real.queue.jobs().getFirst().run().failure()).isEmpty();
            assertThat(real.queue.jobs().getFirst().state()).isEqualTo(JobState.COMPLETED);
            assertThat(segments()).isZero();
        }
        assertUndisturbed(folder.resolve("music/song - stems"), song);
    }

    @Test
    @Tag("soak")
    void aSongGoesOnThatIsLongerThanWhatIsDecodedBeforeTheFirstSegment() throws Exception {
        Path song = TestAudio.wav(folder.resolve("music/long.wav"), 8000, 1, new float[700 * 8000]);
        closedAt(HALF, song);
        steps.set(0);
        try (RealQueue again = open().restored()) {
            again.awaitOver(1);
            assertThat(again.queue.jobs().getFirst().state()).isEqualTo(JobState.COMPLETED);
        }
        assertThat(segments()).isBetween(1, 600);
    }

    /** Opens the program, lets it separate a song, and closes it when its bar is there. */
    private void closedAt(int percent, Path song) throws Exception {
        try (RealQueue real = open().restored()) {
            CountDownLatch there = new CountDownLatch(1);
            real.at(percent, job -> {
                real.queue.close(Closing.STOP_AND_KEEP);
                there.countDown();
            });
            real.add(song);
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private RealQueue open() {
        return new RealQueue(folder.resolve("home"), (model, listener, cancelled) ->
                new FakeNetwork(steps::incrementAndGet));
    }

    private int segments() {
        return steps.get() / STEPS;
    }

    private void assertUndisturbed(Path stems, Path song) throws Exception {
        Path other = Files.createDirectory(folder.resolve("undisturbed"));
        Path copy = Files.copy(song, other.resolve("song.wav"));
        try (RealQueue real = new RealQueue(folder.resolve("home2"), (model, listener, cancelled) ->
                new FakeNetwork()).restored()) {
            real.add(copy);
            real.awaitOver(1);
        }
        for (String stem : Folders.tree(stems)) {
            assertThat(stems.resolve(stem)).hasSameBinaryContentAs(other.resolve("song - stems").resolve(stem));
        }
    }

    private Path song(String name, float gain) {
        float[] sound = TestAudio.chord(44_100, 2, SECONDS * 44_100);
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= gain;
        }
        return TestAudio.wav(folder.resolve("music").resolve(name + ".wav"), 44_100, 2, sound);
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "in the way");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
