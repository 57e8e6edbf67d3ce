package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.audio.OutputFormat;
import app.partita.audio.SongTags;
import app.partita.engine.SeparationOptions;
import app.partita.stems.Remainder;
import app.partita.stems.WorkFolders;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRunnerTest {

    private static final JobSettings SETTINGS = new JobSettings("fake", OutputFormat.WAV32F,
            SeparationOptions.DEFAULT, Remainder.SHARED, Optional.empty(), false);

    @TempDir
    private Path folder;
    private Path music;
    private Path work;
    private final List<Job> told = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger loads = new AtomicInteger();
    private Runnable beforeStep = () -> { };

    @BeforeEach
    void folders() throws Exception {
        music = Files.createDirectory(folder.resolve("music"));
        work = folder.resolve("work");
    }

    @Test
    void separatesASongIntoStemsThatSumToIt() throws Exception {
        float[] song = TestAudio.chord(44_100, 2, 150_000);
        Job job = run(TestAudio.wav(music.resolve("a.wav"), 44_100, 2, song)).getFirst();

        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(job.progress().percent()).isEqualTo(100);
        assertThat(Folders.tree(music)).containsExactly("a - stems", "a - stems/bass.wav", "a - stems/drums.wav",
                "a - stems/other.wav", "a - stems/vocals.wav", "a.wav");
        float[] drums = TestAudio.read(music.resolve("a - stems/drums.wav"));
        float[] sum = new float[song.length];
        for (String stem : List.of("drums", "bass", "other", "vocals")) {
            float[] samples = TestAudio.read(music.resolve("a - stems").resolve(stem + ".wav"));
            assertThat(samples).hasSameSizeAs(song);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += samples[i];
            }
        }
        assertThat(sum[100_000]).isCloseTo(song[100_000], within(1e-5f));
        assertThat(drums[100_000]).isCloseTo(0.4f * song[100_000], within(1e-4f));
        assertNothingInWork();
    }

    @Test
    void keepsRateAndChannelsOfTheSong() throws Exception {
        Job job = run(TestAudio.wav(music.resolve("m.wav"), 22_050, 1, TestAudio.chord(22_050, 1, 40_001))).getFirst();
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(TestAudio.read(job.folder().resolve("vocals.wav"))).hasSize(40_001);
    }

    @Test
    void tellsEveryPercentInOrder() throws Exception {
        run(TestAudio.wav(music.resolve("a.wav"), 44_100, 2, TestAudio.chord(44_100, 2, 400_000)));
        List<Integer> percents = told.stream().map(job -> job.progress().percent()).distinct().toList();
        assertThat(percents).isSorted().contains(0, 10, 15, 50, 95, 99, 100).hasSizeGreaterThan(85);
        assertThat(told.getLast().state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aSongThatFailsDoesNotStopTheNextAndTheModelIsLoadedOnce() throws Exception {
        Path text = Files.writeString(music.resolve("text.mp3"), "no music here");
        Path empty = Files.writeString(music.resolve("empty.flac"), "");
        Path silent = TestAudio.wav(music.resolve("zero.wav"), 44_100, 2);
        List<Job> jobs = run(song("one.wav"), text, empty, silent, music, music.resolve("missing.wav"),
                song("two.wav"));
        assertThat(jobs).extracting(Job::state).containsExactly(JobState.COMPLETED, JobState.FAILED, JobState.FAILED,
                JobState.FAILED, JobState.FAILED, JobState.FAILED, JobState.COMPLETED);
        assertThat(jobs.stream().flatMap(job -> job.failure().stream())).allSatisfy(failure -> {
            assertThat(failure.cause()).isNotBlank().doesNotContain("\n").doesNotStartWith("An error inside");
            assertThat(failure.nextStep()).isNotBlank().doesNotContain("\n");
        });
        assertThat(loads).hasValue(1);
        assertThat(Folders.tree(music)).doesNotContain("text - stems", "empty - stems", "zero - stems");
        assertNothingInWork();
    }

    @Test
    void aHeaderThatClaimsTooMuchIsAWarning() throws Exception {
        Path song = TestAudio.wav(music.resolve("crashed.wav"), 44_100, 2, Integer.MAX_VALUE - 40,
                TestAudio.chord(44_100, 2, 60_000));
        Job job = run(song).getFirst();
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(job.warnings()).hasSize(1);
        assertThat(TestAudio.read(job.folder().resolve("bass.wav"))).hasSize(120_000);
    }

    @Test
    void aSongCutShortFailsAndLeavesNothing() throws Exception {
        Path song = TestAudio.wav(music.resolve("whole.wav"), 44_100, 2, TestAudio.chord(44_100, 2, 90_000));
        Path flac = music.resolve("cut.flac");
        try (var writer = TestAudio.files().encode(flac, OutputFormat.FLAC, 44_100, 2,
                SongTags.NONE)) {
            writer.write(TestAudio.read(song), 0, 90_000);
            writer.finish();
        }
        try (RandomAccessFile file = new RandomAccessFile(flac.toFile(), "rw")) {
            file.setLength(file.length() * 2 / 3);
        }
        assertThat(run(flac).getFirst().state()).isEqualTo(JobState.FAILED);
        assertThat(Folders.tree(music)).containsExactly("cut.flac", "whole.wav");
        assertNothingInWork();
    }

    @Test
    void cancellingStopsThisSongAndAllThatWait() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        beforeStep = () -> {
            if (steps.incrementAndGet() == 90) {
                cancellation.cancel();
            }
        };
        List<Job> jobs = run(song("one.wav"), song("two.wav"), song("three.wav"));
        assertThat(jobs).extracting(Job::state)
                .containsExactly(JobState.COMPLETED, JobState.CANCELLED, JobState.CANCELLED);
        assertThat(Folders.tree(music).stream().filter(name -> !name.contains("/")))
                .containsExactly("one - stems", "one.wav", "three.wav", "two.wav");
        assertNothingInWork();
    }

    @Test
    void anExistingFolderIsReplacedOnlyByForceAndKeptWhenTheRunFails() throws Exception {
        Path song = song("a.wav");
        run(song);
        Path stem = music.resolve("a - stems/drums.wav");
        byte[] before = Files.readAllBytes(stem);
        Job refused = run(song).getFirst();
        assertThat(refused.failure().orElseThrow().cause()).contains("a - stems");

        beforeStep = () -> {
            throw new IllegalStateException("the network broke");
        };
        JobSettings force = new JobSettings("fake", OutputFormat.WAV32F, SeparationOptions.DEFAULT, Remainder.SHARED,
                Optional.empty(), true);
        assertThat(run(force, song).getFirst().state()).isEqualTo(JobState.FAILED);
        assertThat(stem).hasBinaryContent(before);

        beforeStep = () -> { };
        assertThat(run(force, song).getFirst().state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aNetworkThatBrokeIsNotUsedAgain() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        beforeStep = () -> {
            if (steps.incrementAndGet() == 1) {
                throw new IllegalStateException("the network broke");
            }
        };
        assertThat(run(song("one.wav"), song("two.wav"))).extracting(Job::state)
                .containsExactly(JobState.FAILED, JobState.COMPLETED);
        assertThat(loads).hasValue(2);
    }

    private Path song(String name) {
        return TestAudio.wav(music.resolve(name), 44_100, 2, TestAudio.chord(44_100, 2, 100_000));
    }

    private List<Job> run(Path... songs) {
        return run(SETTINGS, songs);
    }

    private List<Job> run(JobSettings settings, Path... songs) {
        JobPlanner planner = new JobPlanner(InstantSource.system());
        List<Job> jobs = List.of(songs).stream().map(song -> planner.plan(song, settings)).toList();
        NetworkLoader loader = (model, listener, cancelled) -> {
            loads.incrementAndGet();
            listener.loading();
            return new FakeNetwork(beforeStep);
        };
        try (NetworkShelf shelf = new NetworkShelf(loader)) {
            return new JobRunner(new SongSeparation(TestAudio.files(), new WorkFolders(work), shelf),
                    InstantSource.system()).runAll(jobs, told::add, cancellation);
        }
    }

    private void assertNothingInWork() {
        assertThat(Folders.tree(work)).allMatch(name -> name.equals(".gate"));
    }
}
