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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One program that works through song after song: what it takes of the computer does not grow. */
class EnduranceTest {

    private static final int BATCH = 10;
    private static final int FRAMES = 2 * 44_100;
    private static final int ROUND_MILLIS = 400;
    private static final List<String> STEMS = List.of("bass.wav", "drums.wav", "other.wav", "vocals.wav");

    @TempDir
    private Path folder;
    private final Random random = new Random(20261123);
    private RealQueue real;
    private int made;

    @BeforeEach
    void open() throws Exception {
        real = new RealQueue(folder.resolve("home"), (model, listener, _) -> SmallModel.load(model, listener))
                .restored();
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manySongsOneAfterAnother() throws Exception {
        endure("songs", "songs of 2 s through one queue", jobs -> { });
    }

    @Test
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manySongsWithCancelsRetriesAndRemovals() throws Exception {
        endure("disturbed", "songs of 2 s, cancelled, retried, removed and moved at random", this::disturb);
    }

    @FunctionalInterface
    private interface Meanwhile {

        void act(List<Job> jobs) throws Exception;
    }

    private void endure(String kind, String what, Meanwhile meanwhile) throws Exception {
        int songs = SoakTable.times("songs", 100);
        batch(meanwhile);
        ProgramUse before = ProgramUse.of(folder.resolve("home"));
        made = 0;
        long began = System.nanoTime();
        for (int done = 0; done < songs; done += BATCH) {
            batch(meanwhile);
        }
        ProgramUse after = ProgramUse.of(folder.resolve("home"));
        SoakTable.add(kind, what, songs, 0, "%d made in %d s; before %s, after %s".formatted(made,
                Duration.ofNanos(System.nanoTime() - began).toSeconds(), before, after));
        after.assertNoMoreThan(before);
    }

    private void batch(Meanwhile meanwhile) throws Exception {
        Path music = folder.resolve("music");
        List<Path> songs = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            songs.add(TestAudio.wav(music.resolve(i + ".wav"), 44_100, 2, TestAudio.chord(44_100, 2, FRAMES)));
        }
        List<Job> jobs = real.queue.add(songs, JobSettings.DEFAULT, Duplicates.AGAIN).added();
        meanwhile.act(jobs);
        while (real.queue.jobs().stream().anyMatch(job -> !job.state().isOver())) {
            real.awaitOver(1);
        }
        real.awaitWritten();
        List<Path> folders = new ArrayList<>();
        for (Job job : real.queue.jobs()) {
            assertThat(job.state()).as(job::toString).isIn(JobState.COMPLETED, JobState.CANCELLED);
            if (job.state() == JobState.COMPLETED) {
                assertThat(Folders.tree(job.folder())).isEqualTo(STEMS);
                folders.add(job.folder());
            }
        }
        made += folders.size();
        assertThat(folders).doesNotHaveDuplicates();
        real.queue.remove(real.queue.jobs().stream().map(Job::id).toList());
        real.awaitWritten();
        Folders.delete(music);
    }

    /** As long as something is to be done, now and then something else. */
    private void disturb(List<Job> jobs) {
        List<String> ids = jobs.stream().map(Job::id).toList();
        for (int round = 0; round < BATCH; round++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(ROUND_MILLIS)).toNanos());
            List<String> one = List.of(ids.get(random.nextInt(ids.size())));
            switch (random.nextInt(4)) {
                case 0 -> real.queue.cancel(one);
                case 1 -> real.queue.retry(one);
                case 2 -> real.queue.remove(one);
                default -> real.queue.move(one, random.nextInt(ids.size()));
            }
        }
    }
}
