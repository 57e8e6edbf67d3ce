package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import app.partita.testkit.ProgramUse;
import app.partita.testkit.SmallModel;
import app.partita.testkit.SoakTable;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Songs that are cancelled at random moments stop at once, leave nothing, and let the next one begin. */
class RandomCancelsTest {

    /** Generous: the machine does other things, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SECONDS = 20;
    private static final int LATEST_MILLIS = 2500;
    private static final long MIB = 1 << 20;
    private static final long MOST_GROWTH = 16;
    /** Of pools that are not full yet. */
    private static final int SOME = 2;

    @TempDir
    private Path folder;
    private final Random random = new Random(20261123);
    private RealQueue real;
    /** What each that was caught while running took, in milliseconds. */
    private final List<Long> took = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        real = new RealQueue(folder.resolve("home"), (model, listener, cancelled) -> SmallModel.load(model, listener))
                .restored();
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    void aFewLeaveNothing() throws Exception {
        cancel(5);
    }

    @Test
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manyLeaveNothing() throws Exception {
        int cancels = SoakTable.times("cancels", 100);
        cancel(5);
        long heap = heap();
        List<String> threads = threads();
        took.clear();
        cancel(cancels);
        long growth = heap() - heap;
        assertThat(growth).isLessThan(MOST_GROWTH);
        assertThat(threads()).as("before: %s", threads).hasSizeLessThanOrEqualTo(threads.size() + SOME);
        SoakTable.add("cancels", "cancelled at a random moment", cancels, 0,
                "%d while running; half within %d ms, 99 of 100 within %d ms, slowest %d ms; heap grew by %d MiB".formatted(
                        took.size(), within(0.5), within(0.99), within(1), growth));
    }

    private void cancel(int times) throws Exception {
        Path song = TestAudio.wav(folder.resolve("music/song.wav"), 44_100, 2,
                TestAudio.chord(44_100, 2, SECONDS * 44_100));
        for (int i = 0; i < times; i++) {
            String id = real.queue.add(List.of(song), JobSettings.DEFAULT, Duplicates.AGAIN).added().getFirst().id();
            awaitRunning(id);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_MILLIS)));
            long began = System.nanoTime();
            real.queue.cancel(List.of(id));
            real.awaitOver(1);
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            Job job = real.queue.job(id).orElseThrow();
            if (job.state() == JobState.CANCELLED) {
                took.add(millis);
                assertThat(job.folder()).doesNotExist();
            } else {
                assertThat(Folders.tree(job.folder())).hasSize(4);
                Folders.delete(job.folder());
            }
            real.queue.remove(List.of(id));
        }
        assertThat(took).allMatch(millis -> millis < PATIENCE.toMillis());
        real.queue.close();
        assertThat(Folders.tree(folder.resolve("music"))).containsExactly("song.wav");
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
        close();
        open();
    }

    /** The time within which that share of them was over. */
    private long within(double share) {
        return took.stream().sorted().skip((long) Math.ceil(share * took.size()) - 1).findFirst().orElse(0L);
    }

    private void awaitRunning(String id) throws Exception {
        CompletableFuture<Job> running = new CompletableFuture<>();
        real.queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                if (job.id().equals(id) && job.state() == JobState.RUNNING) {
                    running.complete(job);
                }
            }
        });
        if (real.queue.job(id).orElseThrow().state() != JobState.RUNNING) {
            running.get(10, TimeUnit.SECONDS);
        }
    }

    /** Without those with which Java waited for a child; they go after a minute without one. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> !name.equals("process reaper")).sorted().toList();
    }

    /** What is in use after the garbage is gone, in MiB. */
    private static long heap() {
        return ProgramUse.heapInUse() / MIB;
    }
}
