package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import app.partita.engine.SeparationEngine.Layout;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.Stretches.Stretch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class SeparationEngineTest {

    private static final int SEGMENT = 40;
    private static final Layout QUARTER = new Layout(0.25, 1, 0);
    private static final float[] SONG = Separation.noise(300, 7);

    @Test
    void whatComesAfterTheWantedPlaceComesFirst() throws IOException {
        var order = new ListeningOrder();
        order.wantFirst(155);
        var starts = new ArrayList<Long>();
        try (var separation = Separation.of(SONG)) {
            separation.run(FakeNetwork.gains(SEGMENT), Normalisation.NONE, QUARTER, order, new EngineListener() {
                @Override
                public void stretchReady(long from, long to) {
                    starts.add(from);
                }
            }, () -> false);
        }

        // Segment 5 starts at 150 and reaches to 190; then 6 to 9, then the song from its start.
        assertThat(starts).startsWith(150L, 190L, 220L, 250L, 280L, 0L);
    }

    @Test
    void aRunningSegmentIsGivenUpForAWantedOne() throws IOException {
        var order = new ListeningOrder();
        var steps = new AtomicInteger();
        var ready = new ArrayList<Stretch>();
        try (var separation = Separation.of(SONG)) {
            var network = new FakeNetwork(SEGMENT, FakeNetwork.neighbourly(), () -> {
                if (steps.incrementAndGet() == 3) {
                    order.wantFirst(200);
                }
            });
            separation.run(network, Normalisation.NONE, QUARTER, order, new EngineListener() {
                @Override
                public void stretchReady(long from, long to) {
                    ready.add(new Stretch(from, to));
                }
            }, () -> false);

            assertThat(ready.getFirst()).isEqualTo(new Stretch(180, 220));
            assertThat(network.finished()).isEqualTo(10);
        }
    }

    @Test
    void aWantedPlaceThatIsNotDecodedYetIsWaitedForAndComesFirst() throws IOException {
        var order = new ListeningOrder();
        var steps = new AtomicInteger();
        var ready = new ArrayList<Stretch>();
        try (var separation = new Separation()) {
            separation.mixture.expect(300);
            separation.mixture.append(SONG, 0, 100);
            var network = new FakeNetwork(SEGMENT, FakeNetwork.neighbourly(), () -> {
                if (steps.incrementAndGet() == 3) {
                    order.wantFirst(200);
                    Thread.ofPlatform().daemon().start(() -> decodeRest(separation.mixture));
                }
            });
            separation.run(network, Normalisation.NONE, QUARTER, order, new EngineListener() {
                @Override
                public void stretchReady(long from, long to) {
                    ready.add(new Stretch(from, to));
                }
            }, () -> false);
        }

        assertThat(ready.getFirst()).isEqualTo(new Stretch(180, 220));
    }

    @Test
    void aWantedPlaceThatIsForeseenIsPlayedAndMadeAgainInItsTurn() throws IOException {
        var order = new ListeningOrder();
        order.wantFirst(200);
        var network = FakeNetwork.gains(SEGMENT);
        var ready = new ArrayList<Stretch>();
        var counted = new ArrayList<Double>();
        try (var separation = new Separation()) {
            separation.mixture.expect(300);
            separation.mixture.append(SONG, 0, 100);
            separation.mixture.foresee(170, new float[100], 0, 50);
            separation.run(network, Normalisation.NONE, QUARTER, order, new EngineListener() {
                @Override
                public void stretchReady(long from, long to) {
                    if (ready.isEmpty()) {
                        assertThat(separation.stems.settled().list()).isEmpty();
                        assertThat(counted).containsOnly(0.0);
                        decodeRest(separation.mixture);
                    }
                    ready.add(new Stretch(from, to));
                }

                @Override
                public void segmentProgress(int done, int expectedTotal, double fraction) {
                    counted.add(done + fraction);
                }
            }, () -> false);

            assertThat(ready).startsWith(new Stretch(180, 220), new Stretch(180, 220));
            assertThat(network.finished()).isEqualTo(11);
            assertThat(counted).isSorted().contains(10.0);
            float[] drums = separation.stem(0);
            for (int i = 0; i < drums.length; i++) {
                assertThat(drums[i]).isCloseTo(SONG[i], offset(1e-6f));
            }
        }
    }

    @Test
    void theEndOfTheSongIsPlayedOnceItIsForeseen() throws IOException {
        var order = new ListeningOrder();
        order.wantFirst(290);
        var ready = new ArrayList<Stretch>();
        try (var separation = new Separation()) {
            separation.mixture.expect(310);
            separation.mixture.foresee(240, SONG, 0, 60);
            separation.mixture.foreseeLength(300);
            assertThatThrownBy(() -> separation.run(FakeNetwork.gains(SEGMENT), Normalisation.NONE, QUARTER, order,
                    new EngineListener() {
                        @Override
                        public void stretchReady(long from, long to) {
                            ready.add(new Stretch(from, to));
                        }
                    }, () -> !ready.isEmpty())).isInstanceOf(CancellationException.class);

            assertThat(ready).containsExactly(new Stretch(270, 300));
            var heard = new float[60];
            separation.stems.read(0, 270, heard, 0, 30);
            for (int i = 0; i < heard.length; i++) {
                assertThat(heard[i]).isCloseTo(SONG[60 + i], offset(1e-6f));
            }
        }
    }

    @Test
    void whatIsPlayedGoesOverIntoItsNeighbour() throws IOException {
        var order = new ListeningOrder();
        order.wantFirst(200);
        var ready = new ArrayList<Stretch>();
        var heard = new float[20];
        try (var separation = new Separation()) {
            separation.mixture.expect(300);
            separation.mixture.foresee(170, new float[200], 0, 100);
            assertThatThrownBy(() -> separation.run(new FakeNetwork(SEGMENT, (stem, channel, frame) -> frame, () -> { }),
                    Normalisation.NONE, QUARTER, order, new EngineListener() {
                        @Override
                        public void stretchReady(long from, long to) {
                            ready.add(new Stretch(from, to));
                        }
                    }, () -> ready.size() == 2)).isInstanceOf(CancellationException.class);
            separation.stems.read(0, 210, heard, 0, 10);
        }

        assertThat(ready).containsExactly(new Stretch(180, 220), new Stretch(220, 250));
        for (int i = 0; i < 10; i++) {
            assertThat(heard[2 * i]).isCloseTo(30 + i - 30 * (i + 1) / 11f, offset(1e-4f));
        }
    }

    @Test
    void aWishBehindTheExpectedEndKeepsNobodyWaiting() throws IOException {
        var order = new ListeningOrder();
        order.wantFirst(300);
        var ready = new ArrayList<Stretch>();
        try (var separation = new Separation()) {
            separation.mixture.expect(300);
            separation.mixture.append(SONG, 0, 100);
            separation.run(FakeNetwork.gains(SEGMENT), Normalisation.NONE, QUARTER, order, new EngineListener() {
                @Override
                public void stretchReady(long from, long to) {
                    if (ready.isEmpty()) {
                        Thread.ofPlatform().daemon().start(() -> decodeRest(separation.mixture));
                    }
                    ready.add(new Stretch(from, to));
                }
            }, () -> false);
        }

        assertThat(ready.getFirst()).isEqualTo(new Stretch(0, 40));
    }

    /** Late enough for an engine that does not wait to finish something else. */
    private static void decodeRest(MixtureFile mixture) {
        LockSupport.parkNanos(200_000_000);
        try {
            mixture.append(SONG, 200, 200);
            mixture.complete();
        } catch (Fault fault) {
            mixture.fail(fault);
        }
    }

    @Test
    void anOverlapOfWhichOneSegmentIsThereSoundsLikeThatSegment() throws IOException {
        var heard = new float[2 * SEGMENT];
        var stop = new AtomicBoolean();
        try (var separation = Separation.of(SONG)) {
            assertThatThrownBy(() -> separation.run(FakeNetwork.gains(SEGMENT), Normalisation.NONE, QUARTER,
                    SegmentOrder.sequential(), new EngineListener() {
                        @Override
                        public void segmentProgress(int done, int expectedTotal, double fraction) {
                            stop.set(done == 1);
                        }
                    }, stop::get)).isInstanceOf(CancellationException.class);

            assertThat(separation.stems.ready().list()).containsExactly(new Stretch(0, 40));
            assertThat(separation.stems.settled().list()).containsExactly(new Stretch(0, 30));
            separation.stems.read(0, 0, heard, 0, SEGMENT);
            for (int i = 0; i < heard.length; i++) {
                assertThat(heard[i]).isCloseTo(SONG[i], offset(1e-7f));
            }
        }
    }

    @Test
    void whatIsSettledWhenCancelledIsFinal() throws IOException {
        float[][] whole;
        try (var separation = Separation.of(SONG)) {
            separation.run(new FakeNetwork(SEGMENT, FakeNetwork.neighbourly(), () -> { }), QUARTER);
            whole = separation.allStems();
        }
        for (int steps = 1; steps < 40; steps += 3) {
            var left = new AtomicInteger(steps);
            var network = new FakeNetwork(SEGMENT, FakeNetwork.neighbourly(), left::decrementAndGet);
            try (var separation = Separation.of(SONG)) {
                assertThatThrownBy(() -> separation.run(network, Normalisation.NONE, QUARTER,
                        SegmentOrder.sequential(), EngineListener.NONE, () -> left.get() <= 0))
                        .isInstanceOf(CancellationException.class);

                for (Stretch stretch : separation.stems.settled().list()) {
                    for (long i = stretch.from() * 2; i < stretch.to() * 2; i++) {
                        assertThat(separation.stem(3)[(int) i]).isEqualTo(whole[3][(int) i]);
                    }
                }
                assertThat(separation.stems.length()).isEmpty();
            }
        }
    }

    @Test
    void progressNeverFallsAndEndsWhole() throws IOException {
        var order = new ListeningOrder();
        var steps = new AtomicInteger();
        var sums = new ArrayList<Double>();
        var totals = new ArrayList<Integer>();
        try (var separation = Separation.of(SONG)) {
            var network = new FakeNetwork(SEGMENT, FakeNetwork.neighbourly(), () -> {
                if (steps.incrementAndGet() % 7 == 0) {
                    order.wantFirst(steps.get() * 13 % 300);
                }
            });
            separation.run(network, Normalisation.NONE, new Layout(0.25, 1, 0, 17), order, new EngineListener() {
                @Override
                public void segmentProgress(int done, int expectedTotal, double fraction) {
                    sums.add(done + fraction);
                    totals.add(expectedTotal);
                }
            }, () -> false);
        }

        assertThat(sums).isSorted();
        assertThat(sums.getLast()).isEqualTo(10.0 + 11);
        assertThat(totals).containsOnly(21);
    }

    @Test
    void anythingButNumbersFromTheNetworkIsAFault() throws IOException {
        for (float wrong : List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE)) {
            var network = new FakeNetwork(SEGMENT, (stem, channel, frame) ->
                    stem == 3 && frame == SEGMENT - 1 ? wrong : channel[frame], () -> { });
            try (var separation = Separation.of(SONG)) {
                assertThatThrownBy(() -> separation.run(network, QUARTER)).isInstanceOf(Fault.class)
                        .hasMessageContaining("fake").hasMessageContaining("0:00");
                assertThat(separation.stems.ready().list()).isEmpty();
            }
        }
    }

    @Test
    void aDecoderThatFailsEndsTheRun() throws IOException {
        try (var separation = new Separation()) {
            separation.mixture.append(SONG, 0, 100);
            separation.mixture.fail(new Fault("song.flac ends early", "Fetch it again"));

            assertThatThrownBy(() -> separation.run(FakeNetwork.gains(SEGMENT), QUARTER)).hasMessageContaining(
                    "song.flac ends early");
        }
    }

    @Test
    void aSongWithoutFramesIsAFault() throws IOException {
        try (var separation = Separation.of(new float[0])) {
            assertThatThrownBy(() -> separation.run(FakeNetwork.gains(SEGMENT), QUARTER)).isInstanceOf(Fault.class);
        }
    }

    @Test
    void aSeedGivesTheSameShiftsAgain() {
        var options = new SeparationOptions(0.25, 5, 99);

        assertThat(Layout.of(options, 44_100).leads()).hasSize(5).containsExactly(Layout.of(options, 44_100).leads());
        assertThat(Arrays.stream(Layout.of(options, 44_100).leads())).allMatch(lead -> lead >= 0 && lead <= 22_050);
        assertThat(Layout.of(new SeparationOptions(0.25, 5, 98), 44_100).leads())
                .isNotEqualTo(Layout.of(options, 44_100).leads());
        assertThat(Layout.of(SeparationOptions.DEFAULT, 44_100).leads()).containsExactly(0);
    }
}
