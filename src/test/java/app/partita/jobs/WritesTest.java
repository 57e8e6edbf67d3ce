package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When jobs are written: as the store is asked to, and as the folder of the jobs sees it in real runs. */
@Timeout(300)
class WritesTest {

    private static final String MOVED_IN = StandardWatchEventKinds.ENTRY_CREATE.name();
    private static final String MOVED_OUT = StandardWatchEventKinds.ENTRY_DELETE.name();

    @TempDir
    private Path folder;
    private Path song;

    @BeforeEach
    void makeSong() {
        song = TestAudio.wav(folder.resolve("music/a.wav"), 44_100, 2, TestAudio.chord(44_100, 2, 200_000));
    }

    @Test
    void theStoreWritesAJobWhenItIsQueuedAndWhenItIsOverAndNotInBetween() throws Exception {
        try (QueueHouse house = new QueueHouse(folder).start()) {
            List<String> ids = house.add("completed", "failed");
            String completed = ids.getFirst() + ".json";
            String failed = ids.getLast() + ".json";
            assertThat(house.writes).containsExactly(completed, failed);
            for (int percent = 10; percent < 100; percent++) {
                house.runs.progress(ids.getFirst(), percent);
            }
            house.queue.pause();
            house.queue.resume();
            house.queue.move(ids, 0);
            assertThat(house.writes).hasSize(2);
            house.runs.complete(ids.getFirst());
            assertThat(house.writes).containsExactly(completed, failed, completed);
            house.runs.fail(ids.getLast());
            assertThat(house.writes).containsExactly(completed, failed, completed, failed);
        }
    }

    @Test
    void whatAPersonDoesToAJobIsOneWriteMore() throws Exception {
        try (QueueHouse house = new QueueHouse(folder).start()) {
            String id = house.add("a").getFirst();
            house.queue.cancel(List.of(id));
            house.runs.progress(id, 50);
            assertThat(house.state(id)).isEqualTo(JobState.CANCELLED);
            assertThat(house.writes).hasSize(2);
            house.queue.retry(List.of(id));
            assertThat(house.writes).hasSize(3);
            house.queue.remove(List.of(id));
            assertThat(house.writes).hasSize(3);
            assertThat(house.jobs()).isEmptyDirectory();
        }
    }

    @Test
    void aRealRunThatSucceedsMovesItsFileIntoTheFolderTwice() throws Exception {
        try (RealQueue real = new RealQueue(folder, (model, listener, cancelled) -> new FakeNetwork()).restored();
                WatchService watch = watch(real.jobs())) {
            Job job = real.add(song).getFirst();
            real.awaitOver(1);
            real.close();
            assertThat(real.queue.jobs()).extracting(Job::state).containsExactly(JobState.COMPLETED);
            assertThat(real.heard.changes.stream().map(change -> change.progress().percent()).distinct().count())
                    .isGreaterThan(85);
            assertThat(events(watch)).containsExactly(MOVED_IN + " " + job.id(), MOVED_IN + " " + job.id());
            assertThat(Folders.tree(real.jobs())).containsExactly(job.id() + ".json");
        }
    }

    @Test
    void cancellingARealRunIsASecondMoveAndRemovingItsRowOneOut() throws Exception {
        CountDownLatch begun = new CountDownLatch(5);
        try (RealQueue real = new RealQueue(folder,
                (model, listener, cancelled) -> new FakeNetwork(begun::countDown)).restored();
                WatchService watch = watch(real.jobs())) {
            String id = real.add(song).getFirst().id();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            real.queue.pause();
            real.queue.cancel(List.of(id));
            real.awaitOver(1);
            real.queue.remove(List.of(id));
            real.close();
            assertThat(events(watch)).containsExactly(MOVED_IN + " " + id, MOVED_IN + " " + id, MOVED_OUT + " " + id);
        }
    }

    private static WatchService watch(Path jobs) throws Exception {
        WatchService watch = FileSystems.getDefault().newWatchService();
        Files.createDirectories(jobs).register(watch, StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
        return watch;
    }

    /** What happened, such as {@code ENTRY_CREATE id}. */
    private static List<String> events(WatchService watch) throws InterruptedException {
        List<String> events = new ArrayList<>();
        for (WatchKey key = watch.poll(1, TimeUnit.SECONDS); key != null; key = watch.poll(300, TimeUnit.MILLISECONDS)) {
            for (WatchEvent<?> event : key.pollEvents()) {
                for (int i = 0; i < event.count(); i++) {
                    events.add(event.kind().name() + " " + event.context().toString().replace(".json", ""));
                }
            }
            key.reset();
        }
        return events;
    }
}
