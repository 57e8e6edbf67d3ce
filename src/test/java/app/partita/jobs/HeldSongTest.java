package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Songs that are cancelled while something, such as a disk, does not let go of them. */
@Timeout(120)
class HeldSongTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;
    private final AtomicInteger loads = new AtomicInteger();
    /** As a slow disk does, this holds each song just before its stems appear. */
    private final Semaphore disk = new Semaphore(0);
    private final Semaphore held = new Semaphore(0);
    private RealQueue real;

    @BeforeEach
    void open() throws Exception {
        Path home = folder.resolve("home");
        real = new RealQueue(home, new NetworkShelf((_, _, _) -> {
            loads.incrementAndGet();
            return new FakeNetwork();
        }), new JobStore(home.resolve("jobs"), home.resolve("aside")), _ -> {
            held.release();
            disk.acquireUninterruptibly();
        }).restored();
    }

    @AfterEach
    void close() {
        disk.release(100);
        real.close();
    }

    @Test
    void aCancelIsAnsweredAtOnceAndTheNextSongHasTheNetwork() throws Exception {
        Job first = heldAndCancelled("first");
        Job next = held("next");
        assertThat(loads).hasValue(1);
        assertThat(Folders.tree(folder.resolve("home/work"))).as("both work").contains(".gate").hasSizeGreaterThan(3);

        disk.release(2);
        real.awaitOver(1);
        real.awaitLeft();
        assertThat(state(first)).isEqualTo(JobState.CANCELLED);
        assertThat(state(next)).isEqualTo(JobState.COMPLETED);
        assertThat(Folders.tree(folder.resolve("first"))).containsExactly("song.wav");
        assertThat(Folders.tree(next.folder())).hasSize(4);
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
    }

    @Test
    void theSameSongCanBeTriedAgainMeanwhile() throws Exception {
        Job job = heldAndCancelled("album");
        real.queue.retry(List.of(job.id()));
        held.acquire();
        List<JobState> told = new ArrayList<>();
        real.queue.listen(new QueueListener() {
            @Override
            public void changed(Job changed) {
                told.add(changed.state());
            }
        });
        disk.release(2);
        real.awaitOver(1);
        real.awaitLeft();
        assertThat(state(job)).isEqualTo(JobState.COMPLETED);
        assertThat(told).doesNotContain(JobState.CANCELLED);
        assertThat(Folders.tree(job.folder())).hasSize(4);
        assertThat(Folders.tree(folder.resolve("album"))).hasSize(6);
    }

    @Test
    void onlySomeAreLeftToThemselves() throws Exception {
        for (int i = 0; i < 4; i++) {
            heldAndCancelled("song " + i);
        }
        Job fifth = held("fifth");
        real.queue.cancel(List.of(fifth.id()));
        assertThat(real.overWithin(A_WHILE)).isFalse();
        disk.release();
        assertThat(real.overWithin(A_WHILE)).isTrue();
        assertThat(state(fifth)).isEqualTo(JobState.CANCELLED);
    }

    /** Closing the window waits no longer than a cancel does; the song goes on another time. */
    @Test
    void theQueueIsClosedAtOnce() throws Exception {
        Job job = held("album");
        CountDownLatch closed = new CountDownLatch(1);
        real.queue.close(Closing.STOP_AND_KEEP).thenRun(closed::countDown);
        assertThat(closed.await(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(state(job)).isEqualTo(JobState.WAITING);
    }

    private Job heldAndCancelled(String album) throws Exception {
        Job job = held(album);
        real.queue.cancel(List.of(job.id()));
        assertThat(real.overWithin(AT_ONCE)).isTrue();
        return job;
    }

    private Job held(String album) throws Exception {
        Job job = real.add(TestAudio.wav(folder.resolve(album).resolve("song.wav"), 44_100, 2,
                TestAudio.chord(44_100, 2, 2 * 44_100))).getFirst();
        held.acquire();
        return job;
    }

    private JobState state(Job job) {
        return real.queue.job(job.id()).orElseThrow().state();
    }
}
