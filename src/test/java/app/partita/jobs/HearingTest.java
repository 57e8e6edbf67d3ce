package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.analysis.Beats;
import app.partita.audio.OutputFormat;
import app.partita.demo.DemoSong;
import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.SeparationOptions;
import app.partita.stems.Remainder;
import app.partita.stems.StemKind;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Songs are heard while they are being separated. */
@Timeout(120)
class HearingTest {

    private static final int RATE = DemoSong.SAMPLE_RATE;
    private static final List<StemKind> DRUMS_AND_OTHER = List.of(StemKind.DRUMS, StemKind.OTHER);

    @TempDir
    private Path folder;
    private Path song;
    private final RunControl control = new RunControl(InstantSource.system());
    private List<StemKind> stems = DRUMS_AND_OTHER;
    private Runnable beforeSegment = () -> { };

    @BeforeEach
    void song() {
        song = TestAudio.wav(folder.resolve("music/song.wav"), RATE, 2, drumsLeftAndTheRestRight());
    }

    @Test
    void tempoAndKeyAreKeptWithTheJob() {
        Job job = run(MusicEar::new);

        Beats tempo = found(job).tempo().orElseThrow();
        assertThat(tempo.bpm()).isCloseTo(DemoSong.BEATS_PER_MINUTE, within(0.5));
        assertThat(tempo.at(tempo.count() - 1)).isBetween(23.0, 24.0);
        assertThat(found(job).key().orElseThrow().name()).isEqualTo(DemoSong.KEY);
    }

    @Test
    void theSameIsFoundInWhateverOrderTheSongIsSeparated() {
        Findings inOrder = found(run(MusicEar::new));
        List<Integer> wishes = new ArrayList<>(List.of(20, 9, 15, 3, 23));
        beforeSegment = () -> {
            if (!wishes.isEmpty()) {
                control.live().orElseThrow().wantFirst((long) wishes.removeFirst() * RATE);
            }
        };

        assertThat(found(run(MusicEar::new))).isEqualTo(inOrder);
        assertThat(wishes).isEmpty();
    }

    @Test
    void drumsAndRestAreHeardApartInTheirOrderAndWithoutGaps() {
        Recorder recorder = new Recorder(100);
        run((_, _) -> recorder);

        float[] mixture = drumsLeftAndTheRestRight();
        assertThat(recorder.drums).hasSize(DemoSong.FRAMES);
        assertThat(recorder.rest).hasSize(DemoSong.FRAMES);
        for (int second = 1; second < 24; second++) {
            assertThat(recorder.drums.get(second * RATE)).isCloseTo(mixture[2 * second * RATE], within(2e-3f));
            assertThat(recorder.rest.get(second * RATE)).isCloseTo(mixture[2 * second * RATE + 1], within(2e-3f));
        }
        assertThat(recorder.songSeconds).isEqualTo(24);
    }

    @Test
    void nothingIsHeardAfterTheStartThatIsWanted() {
        Recorder recorder = new Recorder(5);
        run((_, _) -> recorder);

        assertThat(recorder.drums).hasSize(5 * RATE);
        assertThat(recorder.songSeconds).isEqualTo(24);
    }

    @Test
    void ofAModelWithoutDrumsTheWholeSongIsHeard() {
        stems = List.of(StemKind.VOCALS, StemKind.OTHER);
        Job job = run(MusicEar::new);

        assertThat(found(job).tempo().orElseThrow().bpm()).isCloseTo(DemoSong.BEATS_PER_MINUTE, within(0.5));
        assertThat(found(job).key()).isPresent();
    }

    @Test
    void anEarThatBreaksCostsNoSong() {
        SongEar.Maker none = (_, _) -> {
            throw new IllegalStateException("no ear");
        };
        SongEar breaksSoon = new Recorder(100) {
            @Override
            public void hear(float[] drums, float[] rest, int frames) {
                throw new ArrayIndexOutOfBoundsException("hurt");
            }
        };
        SongEar breaksLate = new Recorder(100) {
            @Override
            public Findings findings(double songSeconds) {
                throw new OutOfMemoryError("too much of it");
            }
        };

        for (SongEar.Maker maker : List.of(none, (_, _) -> breaksSoon, (_, _) -> breaksLate)) {
            assertThat(found(run(maker))).isEqualTo(Findings.NONE);
        }
    }

    @Test
    void nobodyWhoCancelsWaitsForAnEarThatIsStillBeingMade() throws Exception {
        AtomicReference<Thread> ear = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Recorder recorder = new Recorder(100);
        beforeSegment = control::cancel;
        Job job = run((rate, channels) -> {
            ear.set(Thread.currentThread());
            awaitUninterrupted(over);
            return recorder;
        });

        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        over.countDown();
        assertEnds(ear.get());
        assertThat(recorder.drums).isEmpty();
    }

    @Test
    void cancellingEndsTheHearing() throws Exception {
        AtomicReference<Thread> ear = new AtomicReference<>();
        Job job = run((rate, channels) -> {
            ear.set(Thread.currentThread());
            return new Recorder(100) {
                @Override
                public void hear(float[] drums, float[] rest, int frames) {
                    control.cancel();
                }
            };
        });

        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertEnds(ear.get());
        assertThat(Folders.tree(folder.resolve("work"))).allMatch(name -> name.equals(".gate"));
    }

    @Test
    void aFailureOfTheNetworkEndsTheHearing() throws Exception {
        AtomicReference<Thread> ear = new AtomicReference<>();
        beforeSegment = () -> {
            throw new IllegalStateException("the network broke");
        };
        Job job = run((rate, channels) -> {
            ear.set(Thread.currentThread());
            return new Recorder(100);
        });

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertEnds(ear.get());
    }

    private static void assertEnds(Thread ear) throws InterruptedException {
        if (ear != null) {
            assertThat(ear.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] drumsLeftAndTheRestRight() {
        DemoSong demo = new DemoSong();
        float[] drums = demo.stem(StemKind.DRUMS);
        float[] whole = demo.mixture();
        float[] sound = new float[whole.length];
        for (int i = 0; i < whole.length; i += 2) {
            sound[i] = drums[i];
            sound[i + 1] = whole[i] - drums[i];
        }
        return sound;
    }

    private static Findings found(Job job) {
        assertThat(job.state()).as(() -> job.failure().toString()).isEqualTo(JobState.COMPLETED);
        return job.run().result().orElseThrow().findings();
    }

    private Job run(SongEar.Maker ears) {
        JobSettings settings = new JobSettings("sides", OutputFormat.WAV24, SeparationOptions.DEFAULT,
                Remainder.SHARED, Optional.empty(), true);
        Job job = new JobPlanner(InstantSource.system()).plan(song, settings);
        try (NetworkShelf shelf = new NetworkShelf((_, _, _) -> new Sides())) {
            SongSeparation separation = new SongSeparation(TestAudio.files(), new WorkFolders(folder.resolve("work")),
                    shelf, new StemShelf(), ears);
            return new JobRunner(separation, InstantSource.system()).run(job, _ -> { }, control);
        }
    }

    /** A network that takes the left side for the first stem and the right one for the second. */
    private final class Sides implements SegmentNetwork {

        @Override
        public String identity() {
            return "fake";
        }

        @Override
        public ModelSpec spec() {
            return new ModelSpec("sides", stems, RATE, 2, 2 * RATE);
        }

        @Override
        public void separate(float[] mixture, float[] separated, StepListener steps, BooleanSupplier cancelled) {
            beforeSegment.run();
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int frames = mixture.length / 2;
            Arrays.fill(separated, 0);
            System.arraycopy(mixture, 0, separated, 0, frames);
            System.arraycopy(mixture, frames, separated, 3 * frames, frames);
        }

        @Override
        public void close() {
        }
    }

    /** Keeps the left side of the drums and the right one of the rest. */
    private static class Recorder implements SongEar {

        final List<Float> drums = new ArrayList<>();
        final List<Float> rest = new ArrayList<>();
        private final double wanted;
        double songSeconds;

        Recorder(double wanted) {
            this.wanted = wanted;
        }

        @Override
        public double seconds() {
            return wanted;
        }

        @Override
        public void hear(float[] drumsNow, float[] restNow, int frames) {
            for (int i = 0; i < frames; i++) {
                drums.add(drumsNow[2 * i]);
                rest.add(restNow[2 * i + 1]);
            }
        }

        @Override
        public Findings findings(double seconds) {
            songSeconds = seconds;
            return Findings.NONE;
        }
    }
}
