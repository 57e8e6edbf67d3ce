package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.audio.AudioFiles;
import app.partita.fault.Fault;
import app.partita.jobs.Checksums;
import app.partita.jobs.Duplicates;
import app.partita.jobs.Job;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobRunner;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobState;
import app.partita.jobs.JobStore;
import app.partita.jobs.NetworkShelf;
import app.partita.jobs.QueueListener;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.SongSeparation;
import app.partita.jobs.host.Wakefulness;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.FakeScheduler;
import app.partita.testkit.Folders;
import app.partita.testkit.RecordingOutput;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real queue, engine and player, with a network that takes as many steps as the test lets it. */
@Timeout(90)
class PlayWhileSeparatingTest {

    private static final int RATE = 44_100;
    private static final int SECONDS = 12;
    /** What the fake network takes for a segment. */
    private static final int STEPS = 20;
    private static final int PLENTY = 1_000_000;
    private static final int FADE = 2 * RATE / 250;

    @TempDir
    private Path folder;
    private final AudioFiles audio = TestAudio.files();
    private final Semaphore steps = new Semaphore(0);
    private final RecordingOutput output = new RecordingOutput();
    private final StemPlayer player = new StemPlayer(output);
    private final List<Job> told = new ArrayList<>();
    private final float[] sound = noise(SECONDS * RATE * 2);
    private WorkFolders work;
    private SongSources sources;
    private NetworkShelf shelf;
    private JobQueue queue;

    private static float[] noise(int count) {
        Random random = new Random(3);
        float[] samples = new float[count];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (random.nextFloat() - 0.5f) / 2;
        }
        return samples;
    }

    @BeforeEach
    void open() throws Exception {
        work = new WorkFolders(folder.resolve("work"));
        sources = new SongSources(audio, new StemShelf(), work);
        shelf = new NetworkShelf((model, listener, cancelled) -> new FakeNetwork(steps::acquireUninterruptibly));
        JobRunner runner = new JobRunner(new SongSeparation(audio, work, shelf), InstantSource.system(),
                Checksums.NONE, "");
        queue = new JobQueue(new QueueParts(new JobStore(folder.resolve("jobs"), folder.resolve("aside")),
                new QueueOrderStore(folder.resolve("queue.json"), new FakeScheduler()),
                (job, run) -> Thread.ofPlatform().start(run), runner, new JobPlanner(InstantSource.system()),
                audio::probe, Wakefulness.NONE, folder.resolve("work"), Runnable::run, Runnable::run,
                InstantSource.system()));
        queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                synchronized (told) {
                    told.add(job);
                    told.notifyAll();
                }
            }
        });
        queue.restore();
    }

    @AfterEach
    void close() {
        steps.release(PLENTY);
        output.let(PLENTY);
        player.close();
        queue.close();
        shelf.close();
    }

    private String drop(String name) {
        Path song = TestAudio.wav(folder.resolve(name).resolve("song.wav"), RATE, 2, sound);
        return queue.add(List.of(song), JobSettings.DEFAULT, Duplicates.ASK).added().getFirst().id();
    }

    private LiveSong awaitLive(String id) throws InterruptedException {
        synchronized (told) {
            Optional<LiveSong> live = queue.live(id);
            while (live.isEmpty()) {
                told.wait();
                live = queue.live(id);
            }
            return live.get();
        }
    }

    private Job awaitOver(String id) throws InterruptedException {
        synchronized (told) {
            while (!queue.job(id).orElseThrow().state().isOver()) {
                told.wait();
            }
        }
        return queue.job(id).orElseThrow();
    }

    private static Map<StemKind, Path> files(Job job) {
        Map<StemKind, Path> files = new LinkedHashMap<>();
        job.run().result().orElseThrow().stems().forEach(stem -> files.put(stem.stem(),
                job.folder().resolve(stem.name())));
        return files;
    }

    /** Whether what was heard somewhere is the song from that frame on, but for the fade at its start. */
    private boolean heardFrom(long frame) {
        return isHeard(Arrays.copyOfRange(sound, (int) frame * 2, (int) frame * 2 + FADE + 1000));
    }

    private boolean isHeard(float[] part) {
        float[] heard = output.heard();
        for (int start = 0; start + part.length < heard.length; start += 2) {
            boolean same = true;
            for (int i = FADE; i < part.length && same; i++) {
                same = Math.abs(heard[start + i] - part[i]) < 1e-3;
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    @Test
    void oneSegmentIsEnoughToBeHeardFromTheStart() throws Exception {
        LiveSong live = awaitLive(drop("song"));
        player.open(sources.live(live), MixerState.UNITY);
        player.play();
        assertThat(player.state().phase()).isEqualTo(Phase.WAITING);
        output.let(PLENTY);
        steps.release(STEPS);
        output.awaitSound(RATE / 2);

        assertThat(heardFrom(0)).isTrue();
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aClickFarAheadIsHeardAfterOneMoreSegment() throws Exception {
        LiveSong live = awaitLive(drop("song"));
        WatchedSource source = new WatchedSource(sources.live(live));
        player.open(source, MixerState.UNITY);
        steps.release(STEPS + STEPS / 2);
        awaitUsed();
        long click = 9L * RATE;
        player.seek(click);
        player.play();
        output.let(PLENTY);
        source.awaitWish(click);
        int used = 0;
        while (live.stems().ready().endOf(click) == click) {
            steps.release();
            awaitUsed();
            used++;
        }
        output.awaitSound(RATE / 2);

        assertThat(used).isLessThanOrEqualTo(STEPS * 12 / 10);
        assertThat(heardFrom(click)).isTrue();
        assertThat(live.stems().ready().list()).hasSize(2);
    }

    @Test
    void aClickWhereALongSongIsNotDecodedYetIsHeardAfterOneMoreSegment() throws Exception {
        Path song = TestAudio.wav(folder.resolve("long/song.wav"), 8000, 1, noise(8000 * 1500));
        LiveSong live = awaitLive(queue.add(List.of(song), JobSettings.DEFAULT, Duplicates.ASK).added().getFirst().id());
        WatchedSource source = new WatchedSource(sources.live(live));
        player.open(source, MixerState.UNITY);
        steps.release(STEPS / 2);
        awaitUsed();
        long click = 1450L * RATE;
        player.seek(click);
        player.play();
        output.let(PLENTY);
        source.awaitWish(click);
        int used = 0;
        while (live.stems().ready().endOf(click) == click) {
            steps.release();
            awaitUsed();
            used++;
        }
        output.awaitSound(RATE / 2);

        assertThat(used).isLessThanOrEqualTo(STEPS * 12 / 10);
        assertThat(live.mixture().frames()).isLessThan(click);
        assertThat(live.stems().settled().list()).isEmpty();
        float[] part = new float[FADE + 1000];
        live.mixture().read(click, part, 0, part.length / 2);
        assertThat(isHeard(part)).isTrue();
    }

    @Test
    void tenClicksChangeNeitherTheBytesNorTheRisingOfTheBar() throws Exception {
        steps.release(PLENTY);
        Job undisturbed = awaitOver(drop("undisturbed"));
        steps.drainPermits();
        told.clear();
        String id = drop("clicked");
        LiveSong live = awaitLive(id);
        player.open(sources.live(live), MixerState.UNITY);
        Random random = new Random(7);
        for (int click = 0; click < 10; click++) {
            player.seek(random.nextInt(SECONDS * RATE));
            steps.release(STEPS + random.nextInt(STEPS));
            awaitUsed();
        }
        steps.release(PLENTY);
        Job clicked = awaitOver(id);

        assertThat(clicked.state()).isEqualTo(JobState.COMPLETED);
        files(undisturbed).forEach((stem, file) -> assertThat(files(clicked).get(stem)).hasSameBinaryContentAs(file));
        synchronized (told) {
            assertThat(told.stream().filter(job -> job.id().equals(id)).map(job -> job.progress().percent()))
                    .isSorted().contains(50, 100);
        }
        player.close();
        awaitNoWork();
    }

    /** Who listened gives the work files back on a thread of its own. */
    private void awaitNoWork() throws IOException {
        boolean worked = true;
        while (worked) {
            try (Stream<Path> inWork = Files.list(folder.resolve("work"))) {
                worked = inWork.anyMatch(Files::isDirectory);
            }
        }
    }

    private void awaitUsed() {
        while (steps.availablePermits() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theFilesAreKeptForWhoListensUntilTheFinishedOnesTakeOver() throws Exception {
        String id = drop("song");
        LiveSong live = awaitLive(id);
        player.open(sources.live(live), MixerState.UNITY);
        player.play();
        steps.release(PLENTY);
        Job done = awaitOver(id);
        output.let(RATE);
        output.awaitSound(RATE);
        assertThat(queue.live(id)).isEmpty();
        Path kept = folder.resolve("work").resolve(Folders.tree(folder.resolve("work")).stream()
                .filter(name -> name.endsWith("stems/drums.f32")).findFirst().orElseThrow());

        player.handOver(sources.finished(done.song(), files(done)));
        output.let(2 * RATE);
        output.awaitSound(5 * RATE);
        while (Files.exists(kept)) {
            Thread.onSpinWait();
        }

        float[] heard = output.heard();
        int start = 0;
        while (heard[start] == 0) {
            start++;
        }
        for (int i = 0; i < 5 * RATE; i++) {
            assertThat(Math.abs(heard[start / 2 * 2 + i] - sound[i])).isLessThan(1e-4f);
        }
    }

    @Test
    void aCancelledSongLeavesNothingAlthoughSomebodyListens() throws Exception {
        String id = drop("song");
        LiveSong live = awaitLive(id);
        player.open(sources.live(live), MixerState.UNITY);
        steps.release(STEPS);
        queue.cancel(List.of(id));
        steps.release(PLENTY);
        awaitOver(id);
        queue.close();

        assertThat(Folders.tree(folder.resolve("work"))).allMatch(name -> name.equals(".gate"));
        assertThat(live.join()).isFalse();
    }

    @Test
    void stemsThatCannotBeJoinedAnyMoreSaySo() throws Exception {
        String id = drop("song");
        LiveSong live = awaitLive(id);
        steps.release(PLENTY);
        awaitOver(id);

        assertThatThrownBy(() -> sources.live(live)).isInstanceOf(Fault.class);
    }
}
