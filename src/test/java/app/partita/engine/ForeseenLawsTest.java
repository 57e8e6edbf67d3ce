package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SeparationEngine.Layout;
import app.partita.fault.Fault;
import app.partita.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is foreseen of a song, and however wrongly, nothing of it stays. */
class ForeseenLawsTest {

    private static final Normalisation LOUD = new Normalisation(0.2, 0.31);
    private static final float WRONG = 1000;

    /** @param kills after so many steps each attempt but the last is interrupted */
    record Case(int frames, int segment, Layout layout, long seed, List<Integer> kills) {

        float[] song() {
            return Separation.noise(frames, seed);
        }
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void theBytesAreThoseOfAnUndisturbedSong(@ForAll("cases") Case song) throws IOException {
        Path folder = Files.createTempDirectory("foreseen");
        try (var undisturbed = Separation.of(song.song())) {
            undisturbed.run(new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> { }), LOUD, song.layout(),
                    SegmentOrder.sequential(), EngineListener.NONE, () -> false);
            boolean played = false;
            for (int kill : song.kills()) {
                played |= new Attempt(song, kill).in(folder, undisturbed);
            }
            played |= new Attempt(song, Integer.MAX_VALUE).in(folder, undisturbed);
            Statistics.collect(played);
            Statistics.coverage(all -> all.check(true).percentage(part -> part > 20));
        } finally {
            Folders.delete(folder);
        }
    }

    /** Separates a song that grows while wrong things are foreseen and other places are wanted. */
    private static final class Attempt implements EngineListener {

        private final Case song;
        private final Random random;
        private final ListeningOrder order = new ListeningOrder();
        private Separation separation;
        private int left;
        private int asked;
        private double progress;
        private boolean played;

        Attempt(Case song, int steps) {
            this.song = song;
            left = steps;
            random = new Random(song.seed() + steps);
        }

        /** Whether anything was played that was wrong. */
        boolean in(Path folder, Separation undisturbed) throws IOException {
            try (var growing = Separation.in(folder)) {
                separation = growing;
                growing.keep();
                growing.mixture.expect(song.frames());
                var network = new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), this::step);
                growing.run(network, LOUD, song.layout(), order, this, this::grow);

                assertThat(growing.allStems()).isDeepEqualTo(undisturbed.allStems());
                assertThat(growing.stems.settled()).isEqualTo(undisturbed.stems.settled());
                assertThat(growing.stems.ready()).isEqualTo(undisturbed.stems.ready());
            } catch (Killed here) {
                assertThat(left).isNegative();
            }
            return played;
        }

        private void step() {
            asked = 0;
            if (left-- == 0) {
                throw new Killed();
            }
            if (random.nextInt(9) == 0) {
                order.wantFirst(random.nextInt(song.frames()));
            }
        }

        private boolean grow() {
            try {
                asked++;
                int there = (int) separation.mixture.frames();
                int roll = random.nextInt(12);
                if (there == song.frames()) {
                    separation.mixture.complete();
                } else if (asked > 4) {
                    // Who asks and asks without computing anything waits for the song.
                    append(there, asked > 6 ? song.frames() : (int) order.wantedFrom() + 2 * song.segment());
                } else if (roll < 2 * asked) {
                    foreseeWrongly();
                } else if (roll == 11) {
                    append(there, random.nextInt(song.segment()) + 1);
                }
                return false;
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }

        private void append(int there, int most) throws Fault {
            separation.mixture.append(song.song(), there * 2, Math.min(most, song.frames() - there));
        }

        private void foreseeWrongly() throws Fault {
            int place = (int) Math.max(0, order.wantedFrom() - song.segment());
            int frames = Math.min(3 * song.segment(), song.frames() - place);
            var wrong = new float[2 * frames];
            Arrays.fill(wrong, WRONG);
            separation.mixture.foresee(place, wrong, 0, frames);
            if (random.nextBoolean()) {
                separation.mixture.foreseeLength(song.frames() - random.nextInt(song.frames()));
            }
        }

        @Override
        public void segmentProgress(int done, int expectedTotal, double fractionOfCurrent) {
            assertThat(done + fractionOfCurrent).isGreaterThanOrEqualTo(progress);
            assertThat(done).isLessThanOrEqualTo(expectedTotal);
            progress = done + fractionOfCurrent;
        }

        @Override
        public void resumed(int done, int expectedTotal) {
            progress = Math.max(progress, done);
        }

        @Override
        public void stretchReady(long from, long to) {
            played |= to > separation.mixture.frames();
            try {
                var heard = new float[2];
                separation.stems.read(0, from, heard, 0, 1);
                assertThat(heard[0]).as("something sounds").isNotZero();
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }

        @Override
        public void stretchFinal(long from, long to) {
            assertThat(to).as("made of what is decoded").isLessThanOrEqualTo(separation.mixture.frames());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Layout> layouts = Combinators.combine(Arbitraries.doubles().between(0, 0.8),
                Arbitraries.of(1.0, 2.0), Arbitraries.integers().between(0, 50).array(int[].class).ofMinSize(1)
                        .ofMaxSize(2)).as(Layout::new);
        return Combinators.combine(Arbitraries.integers().between(1, 300), Arbitraries.integers().between(4, 40),
                layouts, Arbitraries.longs(), Arbitraries.integers().between(0, 60).list().ofMaxSize(2))
                .as(Case::new);
    }
}
