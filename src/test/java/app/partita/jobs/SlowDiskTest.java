package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.SlowDisk;
import app.partita.testkit.SoakTable;
import app.partita.testkit.TestAudio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that takes what it is given slowly costs time and nothing else. */
@Timeout(300)
class SlowDiskTest {

    private static final int MEBIBYTES = 256;
    private static final int BYTES_PER_SECOND = 2 << 20;
    /** So slow that a cancel would wait for seconds. */
    private static final int SLOWER_BYTES = 1 << 20;
    private static final int SECONDS = 3;
    /** While waiting for a disk a job tells every second that it lives; the machine does other things, too. */
    private static final Duration MOST_SILENCE = Duration.ofSeconds(4);
    private static final long LOOK_NANOS = 1_000_000;
    private static final Duration MOST_TO_CANCEL = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void songsAreSeparatedToTheSameBytesAndSayThatTheyGoOn() throws Exception {
        try (SlowDisk disk = SlowDisk.of(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES, BYTES_PER_SECOND);
                RealQueue slow = open(disk.path().resolve("home"));
                RealQueue quick = open(folder.resolve("home"))) {
            AtomicLong longest = new AtomicLong();
            slow.queue.listen(new Silence(longest));
            Job there = slow.add(song(disk.path().resolve("album"), SECONDS)).getFirst();
            slow.awaitOver(1);
            Job here = quick.add(song(folder.resolve("album"), SECONDS)).getFirst();
            quick.awaitOver(1);

            assertThat(slow.queue.job(there.id()).orElseThrow().state()).isEqualTo(JobState.COMPLETED);
            for (String stem : Folders.tree(here.folder())) {
                assertThat(there.folder().resolve(stem)).hasSameBinaryContentAs(here.folder().resolve(stem));
            }
            assertThat(Duration.ofNanos(longest.get())).isLessThan(MOST_SILENCE);
        }
    }

    /** While the disk is made to take the segments, and the stems. */
    @ParameterizedTest
    @ValueSource(strings = {"SegmentLog.write", "StemFolder.flush"})
    void aCancelIsAnsweredAtOnceAndTheNextSongBegins(String wait) throws Exception {
        try (SlowDisk disk = SlowDisk.of(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES, SLOWER_BYTES);
                RealQueue slow = open(disk.path().resolve("home"))) {
            Path song = song(disk.path().resolve("album"), SECONDS);
            Path next = song(disk.path().resolve("next"), 1);
            AtomicLong began = new AtomicLong();
            AtomicLong ended = new AtomicLong();
            AtomicLong nextBegan = new AtomicLong();
            slow.queue.listen(new QueueListener() {
                @Override
                public void changed(Job job) {
                    if (job.song().equals(song) && job.state().isOver()) {
                        ended.compareAndSet(0, System.nanoTime());
                    } else if (job.song().equals(next) && job.state() == JobState.RUNNING) {
                        nextBegan.compareAndSet(0, System.nanoTime());
                    }
                }
            });
            List<Job> jobs = slow.add(song, next);
            awaitInside(wait);
            began.set(System.nanoTime());
            slow.queue.cancel(List.of(jobs.getFirst().id()));
            slow.awaitOver(1);
            slow.awaitLeft();
            Duration letGo = Duration.ofNanos(System.nanoTime() - began.get());
            slow.awaitOver(1);

            assertThat(slow.queue.jobs()).extracting(Job::state)
                    .containsExactly(JobState.CANCELLED, JobState.COMPLETED);
            assertThat(Duration.ofNanos(ended.get() - began.get())).isLessThan(MOST_TO_CANCEL);
            assertThat(Duration.ofNanos(nextBegan.get() - began.get())).isLessThan(MOST_TO_CANCEL);
            SoakTable.add("slow-disk", "cancelled on a slow disk in " + wait, 1, 0, "answered after %d ms, let go after %d ms"
                    .formatted(Duration.ofNanos(ended.get() - began.get()).toMillis(), letGo.toMillis()));
            assertThat(Folders.tree(disk.path().resolve("album"))).containsExactly("song.wav");
            assertThat(Folders.tree(jobs.getLast().folder())).hasSize(4);
            assertThat(Folders.tree(disk.path().resolve("home/work"))).containsExactly(".gate");
        }
    }

    /** Until a song waits there for the disk. */
    private static void awaitInside(String method) {
        while (Thread.getAllStackTraces().entrySet().stream().filter(thread -> thread.getKey().getName().equals("song"))
                .map(thread -> List.of(thread.getValue())).noneMatch(frames ->
                        frames.stream().anyMatch(frame -> frame.getMethodName().startsWith("force"))
                        && frames.stream().anyMatch(frame -> (frame.getClassName() + "." + frame.getMethodName())
                                .endsWith("." + method)))) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** The longest time between two signs of life. */
    private static final class Silence implements QueueListener {

        private final AtomicLong longest;
        private long last = System.nanoTime();

        Silence(AtomicLong longest) {
            this.longest = longest;
        }

        @Override
        public void changed(Job job) {
            long now = System.nanoTime();
            longest.accumulateAndGet(now - last, Math::max);
            last = now;
        }
    }

    private static RealQueue open(Path home) throws Exception {
        return new RealQueue(home, (_, _, _) -> new FakeNetwork()).restored();
    }

    private static Path song(Path album, int seconds) throws Exception {
        return TestAudio.wav(Files.createDirectories(album).resolve("song.wav"), 44_100, 2,
                TestAudio.chord(44_100, 2, seconds * 44_100));
    }
}
