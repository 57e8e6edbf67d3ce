package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SeparationEngine.Layout;
import app.partita.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Wherever a separation is interrupted, it goes on from its finished segments and ends in the same bytes. */
class ResumeLawsTest {

    private static final Normalisation LOUD = new Normalisation(0.2, 0.31);
    private static final int MOST_LOST = 4;

    /** @param kills after so many events each attempt but the last is interrupted */
    record Case(int frames, int segment, Layout layout, long seed, List<Integer> kills) {}

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Counts what happens, and ends the attempt in the midst of it. */
    private static final class Killer implements EngineListener, Runnable {

        private int left;
        private int resumed;
        private int done;

        Killer(int left) {
            this.left = left;
        }

        @Override
        public void run() {
            if (left-- == 0) {
                throw new Killed();
            }
        }

        @Override
        public void resumed(int segments, int expectedTotal) {
            resumed = segments;
        }

        @Override
        public void segmentProgress(int segments, int expectedTotal, double fractionOfCurrent) {
            assertThat(segments).isGreaterThanOrEqualTo(Math.max(resumed, done)).isLessThanOrEqualTo(expectedTotal);
            done = segments;
        }

        @Override
        public void stretchReady(long from, long to) {
            run();
        }

        @Override
        public void stretchFinal(long from, long to) {
            run();
        }
    }

    @Property(tries = 40)
    void endsInTheBytesOfAnUndisturbedOne(@ForAll("cases") Case song) throws IOException {
        float[] sound = Separation.noise(song.frames(), song.seed());
        Path folder = Files.createTempDirectory("resume");
        try (var undisturbed = Separation.of(sound)) {
            undisturbed.run(new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> { }), LOUD, song.layout(),
                    SegmentOrder.sequential(), EngineListener.NONE, () -> false);
            int before = 0;
            for (int kill : song.kills()) {
                before = Math.max(before, attempt(song, sound, folder, new Killer(kill), undisturbed).done);
                tear(folder.resolve("stems/journal"));
            }
            Killer last = attempt(song, sound, folder, new Killer(Integer.MAX_VALUE), undisturbed);
            assertThat(last.resumed).isGreaterThanOrEqualTo(before - MOST_LOST);
        } finally {
            Folders.delete(folder);
        }
    }

    @Property(tries = 10)
    void startsOverIfAnythingElseShallBeMade(@ForAll("cases") Case song) throws IOException {
        float[] sound = Separation.noise(song.frames(), song.seed());
        Path folder = Files.createTempDirectory("resume");
        try (var undisturbed = Separation.of(sound)) {
            undisturbed.run(new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> { }), LOUD, song.layout(),
                    SegmentOrder.sequential(), EngineListener.NONE, () -> false);
            try (var other = Separation.in(folder, sound)) {
                other.keep();
                other.run(FakeNetwork.gains(song.segment()), new Layout(0.5, 3, 7));
            }
            assertThat(attempt(song, sound, folder, new Killer(Integer.MAX_VALUE), undisturbed).resumed).isZero();
        } finally {
            Folders.delete(folder);
        }
    }

    /** Leaves a line as a loss of power may leave it. */
    private static void tear(Path journal) throws IOException {
        if (Files.exists(journal)) {
            Files.writeString(journal, "5f3a99c1 segm", StandardOpenOption.APPEND);
        }
    }

    private static Killer attempt(Case song, float[] sound, Path folder, Killer killer, Separation undisturbed)
            throws IOException {
        var random = new Random(song.seed());
        var order = new ListeningOrder();
        var network = new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> {
            killer.run();
            if (random.nextInt(12) == 0) {
                order.wantFirst(random.nextInt(song.frames() * 2));
            }
        });
        try (var separation = Separation.in(folder, sound)) {
            separation.keep();
            separation.run(network, LOUD, song.layout(), order, killer, () -> false);
            assertThat(separation.allStems()).isDeepEqualTo(undisturbed.allStems());
            assertThat(separation.stems.settled()).isEqualTo(undisturbed.stems.settled());
            assertThat(separation.stems.ready()).isEqualTo(undisturbed.stems.ready());
        } catch (Killed here) {
            assertThat(killer.left).isNegative();
        }
        return killer;
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Layout> layouts = Combinators.combine(Arbitraries.doubles().between(0, 0.95),
                Arbitraries.of(1.0, 2.0), Arbitraries.integers().between(0, 50).array(int[].class).ofMinSize(1)
                        .ofMaxSize(3)).as(Layout::new);
        return Combinators.combine(Arbitraries.integers().between(1, 300), Arbitraries.integers().between(2, 40),
                layouts, Arbitraries.longs(), Arbitraries.integers().between(0, 120).list().ofMinSize(1).ofMaxSize(3))
                .as(Case::new);
    }
}
