package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.SlowDisk;
import app.partita.testkit.TestAudio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes what it is given slowly costs time and nothing else. */
@Timeout(300)
class SlowDiskTest {

    private static final int MEBIBYTES = 256;
    private static final int BYTES_PER_SECOND = 2 << 20;
    private static final int SECONDS = 3;
    /** While waiting for a disk a job tells every second that it lives; the machine does other things, too. */
    private static final Duration MOST_SILENCE = Duration.ofSeconds(4);
    private static final Duration MOST_TO_CANCEL = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    @Test
    void songsAreSeparatedToTheSameBytesAndSayThatTheyGoOn() throws Exception {
        try (SlowDisk disk = SlowDisk.of(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES, BYTES_PER_SECOND);
                RealQueue slow = open(disk.path().resolve("home"));
                RealQueue quick = open(folder.resolve("home"))) {
            AtomicLong longest = new AtomicLong();
            slow.queue.listen(new Silence(longest));
            Job there = slow.add(song(disk.path().resolve("album"))).getFirst();
            slow.awaitOver(1);
            Job here = quick.add(song(folder.resolve("album"))).getFirst();
            quick.awaitOver(1);

            assertThat(slow.queue.job(there.id()).orElseThrow().state()).isEqualTo(JobState.COMPLETED);
            for (String stem : Folders.tree(here.folder())) {
                assertThat(there.folder().resolve(stem)).hasSameBinaryContentAs(here.folder().resolve(stem));
            }
            assertThat(Duration.ofNanos(longest.get())).isLessThan(MOST_SILENCE);
        }
    }

    @Test
    void aSongIsCancelledAndTheNextOneBegins() throws Exception {
        try (SlowDisk disk = SlowDisk.of(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES, BYTES_PER_SECOND);
                RealQueue slow = open(disk.path().resolve("home"))) {
            slow.at(60, job -> slow.queue.cancel(List.of(job.id())));
            AtomicLong began = new AtomicLong();
            slow.at(60, _ -> began.set(System.nanoTime()));
            Job job = slow.add(song(disk.path().resolve("album"))).getFirst();
            slow.awaitOver(1);
            long took = System.nanoTime() - began.get();
            assertThat(slow.queue.job(job.id()).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
            assertThat(Folders.tree(disk.path().resolve("album"))).containsExactly("song.wav");
            assertThat(Duration.ofNanos(took)).isLessThan(MOST_TO_CANCEL);
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

    private static Path song(Path album) throws Exception {
        return TestAudio.wav(Files.createDirectories(album).resolve("song.wav"), 44_100, 2,
                TestAudio.chord(44_100, 2, SECONDS * 44_100));
    }
}
