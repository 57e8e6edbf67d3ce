package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.host.Wakefulness;
import app.partita.stems.WorkFolders;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.FakeScheduler;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The queue with the real runner, real files and a network that needs no weights. */
@Timeout(60)
class RealRunTest {

    @TempDir
    private Path folder;
    private Path music;
    private Runnable beforeStep = () -> { };
    private NetworkShelf shelf;
    private JobQueue queue;
    private final QueueHouse.Heard heard = new QueueHouse.Heard();

    @BeforeEach
    void open() throws Exception {
        music = Files.createDirectory(folder.resolve("music"));
        shelf = new NetworkShelf((model, listener, cancelled) -> {
            listener.loading();
            return new FakeNetwork(() -> beforeStep.run());
        });
        WorkFolders work = new WorkFolders(folder.resolve("work"));
        JobRunner runner = new JobRunner(new SongSeparation(TestAudio.files(), work, shelf), InstantSource.system(),
                Checksums.SHA256, "1.2.3");
        queue = new JobQueue(new QueueParts(new JobStore(folder.resolve("jobs"), folder.resolve("aside")),
                new QueueOrderStore(folder.resolve("queue.json"), new FakeScheduler()),
                (job, run) -> Thread.ofPlatform().start(run), runner, new JobPlanner(InstantSource.system()),
                TestAudio.files()::probe, Wakefulness.NONE, folder.resolve("work"), Runnable::run, Runnable::run,
                InstantSource.system()));
        queue.listen(heard);
        queue.restore();
    }

    @AfterEach
    void close() {
        beforeStep = () -> { };
        queue.close();
        shelf.close();
    }

    @Test
    void aRunThatSucceedsWritesItsMetadataTwiceInAll() throws Exception {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            folder.resolve("jobs").register(watch, StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
            Semaphore over = whenOver();
            Job job = add("a", 300_000);
            assertThat(over.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            queue.close();
            assertThat(queue.jobs()).extracting(Job::state).containsExactly(JobState.COMPLETED);
            assertThat(heard.changes.stream().map(change -> change.progress().percent()).distinct().count())
                    .isGreaterThan(85);
            assertThat(events(watch)).hasSize(2).containsOnly(job.id() + ".json");
        }
        assertThat(Folders.tree(folder.resolve("jobs"))).hasSize(1);
    }

    @Test
    void whatIsKeptHasChecksumsFactsAndTheEnginesVersion() throws Exception {
        Semaphore over = whenOver();
        String id = add("a", 90_000).id();
        assertThat(over.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        queue.close();
        Job job = new JobJson().read(id, Files.readAllBytes(folder.resolve("jobs").resolve(id + ".json")));
        assertThat(job.run().engineVersion()).isEqualTo("1.2.3");
        assertThat(job.facts().orElseThrow().sampleRate()).isEqualTo(44_100);
        JobResult result = job.run().result().orElseThrow();
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
        Semaphore over = whenOver();
        add("a", 200_000);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        queue.pause();
        steps.release(100_000);
        assertThat(over.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.RUNNING);
        queue.resume();
        assertThat(over.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aPausedRunCanBeCancelledAndLeavesNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(5);
        beforeStep = begun::countDown;
        Semaphore over = whenOver();
        beforeStep = () -> {
            begun.countDown();
            if (begun.getCount() == 0) {
                queue.pause();
            }
        };
        String id = add("a", 400_000).id();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        queue.cancel(List.of(id));
        assertThat(over.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        queue.close();
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(Folders.tree(music)).containsExactly("a.wav");
        assertThat(Folders.tree(folder.resolve("work"))).allMatch(name -> name.equals(".gate"));
    }

    private Job add(String name, int frames) {
        Path song = TestAudio.wav(music.resolve(name + ".wav"), 44_100, 2, TestAudio.chord(44_100, 2, frames));
        return queue.add(List.of(song), JobSettings.DEFAULT, Duplicates.ASK).added().getFirst();
    }

    /** Told of each job that is over. */
    private Semaphore whenOver() {
        Semaphore over = new Semaphore(0);
        queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                if (job.state().isOver()) {
                    over.release();
                }
            }
        });
        return over;
    }

    private static List<String> events(WatchService watch) throws InterruptedException {
        List<String> events = new ArrayList<>();
        for (WatchKey key = watch.poll(1, TimeUnit.SECONDS); key != null; key = watch.poll(300, TimeUnit.MILLISECONDS)) {
            for (WatchEvent<?> event : key.pollEvents()) {
                for (int i = 0; i < event.count(); i++) {
                    events.add(event.context().toString());
                }
            }
            key.reset();
        }
        return events;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
