package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import app.partita.engine.SeparationEngine.Layout;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any song, any cutting and any order. */
class SeparationLawsTest {

    private static final Normalisation LOUD = new Normalisation(0.2, 0.31);

    record Case(int frames, int segment, Layout layout, long seed) {

        float[] song() {
            return Separation.noise(frames, seed);
        }
    }

    @Property(tries = 60)
    void isWhatTheReferenceComputes(@ForAll("cases") Case song) throws IOException {
        var network = new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> { });
        double[][] expected = StraightforwardApply.apply(network, song.song(), LOUD, song.layout());
        try (var separation = Separation.of(song.song())) {
            separation.run(network, LOUD, song.layout(), SegmentOrder.sequential(), EngineListener.NONE, () -> false);
            float[][] stems = separation.allStems();

            for (int stem = 0; stem < stems.length; stem++) {
                for (int i = 0; i < stems[stem].length; i++) {
                    assertThat((double) stems[stem][i]).isCloseTo(expected[stem][i], offset(2e-6));
                }
            }
        }
    }

    @Property(tries = 60)
    void aNetworkThatGivesTheMixtureGivesTheMixture(@ForAll("cases") Case song) throws IOException {
        try (var separation = Separation.of(song.song())) {
            separation.run(FakeNetwork.gains(song.segment()), song.layout());

            float[] drums = separation.stem(0);
            for (int i = 0; i < drums.length; i++) {
                assertThat(drums[i]).isCloseTo(song.song()[i], offset(5e-7f));
            }
        }
    }

    @Property(tries = 60)
    void bytesDoNotDependOnTheOrder(@ForAll("cases") Case song) throws IOException {
        float[][] inOrder;
        try (var separation = Separation.of(song.song())) {
            separation.run(new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> { }), song.layout());
            inOrder = separation.allStems();
        }
        try (var separation = Separation.of(song.song())) {
            var order = new ListeningOrder();
            separation.run(new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), restless(order, song)),
                    Normalisation.NONE, song.layout(), order, EngineListener.NONE, () -> false);

            assertThat(separation.allStems()).isDeepEqualTo(inOrder);
            assertThat(separation.stems.settled().frames()).isEqualTo(song.frames());
            assertThat(separation.stems.ready().list()).hasSize(1);
            assertThat(separation.stems.length()).hasValue(song.frames());
        }
    }

    @Property(tries = 60)
    void bytesDoNotDependOnHowTheSongGrows(@ForAll("cases") Case song) throws IOException {
        float[][] whole;
        try (var separation = Separation.of(song.song())) {
            separation.run(new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> { }), song.layout());
            whole = separation.allStems();
        }
        try (var separation = new Separation()) {
            var random = new Random(song.seed());
            var order = new ListeningOrder();
            Runnable grow = () -> grow(separation, song, random.nextInt(song.segment()) + 1);
            Runnable stir = restless(order, song);
            separation.run(new FakeNetwork(song.segment(), FakeNetwork.neighbourly(), () -> {
                grow.run();
                stir.run();
            }), Normalisation.NONE, song.layout(), order, EngineListener.NONE, () -> {
                grow.run();
                return false;
            });

            assertThat(separation.allStems()).isDeepEqualTo(whole);
        }
    }

    private static void grow(Separation separation, Case song, int frames) {
        try {
            int there = (int) separation.mixture.frames();
            int more = Math.min(frames, song.frames() - there);
            if (more > 0) {
                separation.mixture.append(song.song(), there * 2, more);
            } else {
                separation.mixture.complete();
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Wants another place every now and then, but seldom enough for segments to be finished. */
    private static Runnable restless(ListeningOrder order, Case song) {
        var random = new Random(song.seed());
        return () -> {
            if (random.nextInt(12) == 0) {
                order.wantFirst(random.nextInt(song.frames() * 2));
            }
        };
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Layout> layouts = Combinators.combine(Arbitraries.doubles().between(0, 0.95),
                Arbitraries.of(1.0, 1.0, 2.0), Arbitraries.integers().between(0, 50).array(int[].class).ofMinSize(1)
                        .ofMaxSize(3)).as(Layout::new);
        return Combinators.combine(Arbitraries.integers().between(1, 300), Arbitraries.integers().between(2, 40),
                layouts, Arbitraries.longs()).as(Case::new);
    }
}
