package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The queue with the real runner, real files and a network that needs no weights. */
@Timeout(300)
class RealRunTest {

    @TempDir
    private Path folder;
    private Path music;
    private Runnable beforeStep = () -> { };
    private RealQueue real;
    private JobQueue queue;

    @BeforeEach
    void open() throws Exception {
        music = Files.createDirectory(folder.resolve("music"));
        real = new RealQueue(folder, (model, listener, cancelled) -> new FakeNetwork(() -> beforeStep.run())).restored();
        queue = real.queue;
    }

    @AfterEach
    void close() {
        beforeStep = () -> { };
        real.close();
    }

    @Test
    void whatIsKeptHasChecksumsFactsAndTheEnginesVersion() throws Exception {
        String id = add("a", 90_000).id();
        real.awaitOver(1);
        queue.close();
        Job job = new JobJson().read(id, Files.readAllBytes(folder.resolve("jobs").resolve(id + ".json")));
        assertThat(job.run().engineVersion()).isEqualTo("1.2.3");
        assertThat(job.facts().orElseThrow().sampleRate()).isEqualTo(44_100);
        JobResult result = job.run().result().orElseThrow();
        assertThat(result.findings().key()).isPresent();
        assertThat(result.songSha256()).contains(sha256(job.song()));
        assertThat(result.stems()).hasSize(4).allSatisfy(stem ->
                assertThat(stem.sha256()).contains(sha256(job.folder().resolve(stem.name()))));
    }

    @Test
    void aPausedRunStandsStillAndGoesOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(20);
        Semaphore steps = new Semaphore(20);
        beforeStep = () -> {
            begun.countDown();
            steps.acquireUninterruptibly();
        };
        add("a", 200_000);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        queue.pause();
        steps.release(100_000);
        assertThat(real.overWithin(Duration.ofMillis(300))).isFalse();
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.RUNNING);
        queue.resume();
        real.awaitOver(1);
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aPausedRunCanBeCancelledAndLeavesNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(5);
        beforeStep = () -> {
            begun.countDown();
            if (begun.getCount() == 0) {
                queue.pause();
            }
        };
        String id = add("a", 400_000).id();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        queue.cancel(List.of(id));
        real.awaitOver(1);
        queue.close();
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(Folders.tree(music)).containsExactly("a.wav");
        assertThat(Folders.tree(folder.resolve("work"))).allMatch(name -> name.equals(".gate"));
    }

    @Test
    void aRunThatIsCancelledWhileItsStemsAreBeingCheckedLeavesNothing() throws Exception {
        queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                if (job.progress().percent() == 99) {
                    queue.cancel(List.of(job.id()));
                }
            }
        });
        add("a", 400_000);
        real.awaitOver(1);
        queue.close();
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(Folders.tree(music)).containsExactly("a.wav");
    }

    @Test
    void failingAndRetryingDeletesNoEarlierResult() throws Exception {
        Job first = add("a", 90_000);
        real.awaitOver(1);
        Map<String, String> before = contents(first.folder());
        assertThat(before).hasSize(4);
        beforeStep = () -> {
            throw new IllegalStateException("the network broke");
        };
        Job second = queue.add(List.of(first.song()), JobSettings.DEFAULT, Duplicates.AGAIN).added().getFirst();
        real.awaitOver(1);
        assertThat(queue.job(second.id()).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(contents(first.folder())).isEqualTo(before);
        beforeStep = () -> assertThat(contents(first.folder())).isEqualTo(before);
        queue.retry(List.of(second.id()));
        real.awaitOver(1);
        assertThat(queue.job(second.id()).orElseThrow().state()).isEqualTo(JobState.COMPLETED);
        assertThat(contents(first.folder())).isEqualTo(before);
        assertThat(queue.job(second.id()).orElseThrow().folder()).isNotEqualTo(first.folder()).isDirectory();
    }

    private static Map<String, String> contents(Path stems) {
        Map<String, String> contents = new TreeMap<>();
        Folders.tree(stems).forEach(name -> contents.put(name, sha256(stems.resolve(name))));
        return contents;
    }

    private Job add(String name, int frames) {
        Path song = TestAudio.wav(music.resolve(name + ".wav"), 44_100, 2, TestAudio.chord(44_100, 2, frames));
        return queue.add(List.of(song), JobSettings.DEFAULT, Duplicates.ASK).added().getFirst();
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
