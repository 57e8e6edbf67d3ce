package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import app.partita.testkit.FakeNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class EngineRehearsalTest {

    private static final NetworkLoader.Listener DEAF = new NetworkLoader.Listener() {
        @Override
        public void fetching(double fraction) { }

        @Override
        public void loading() { }
    };

    private final FakeNetwork network = new FakeNetwork();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void rehearsesFromTheStartToTheFirstSegment() throws Exception {
        NetworkLoader networks = EngineRehearsal.begin(this::rehearse).before((_, _, _) -> network);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        SegmentNetwork loaded = networks.load("fake", DEAF, () -> false);
        assertThat(ended.await(100, TimeUnit.MILLISECONDS)).isFalse();

        separate(loaded);

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesTheNetworkAsItIs() throws Exception {
        NetworkLoader networks = EngineRehearsal.begin(this::rehearse).before((_, _, _) -> network);
        SegmentNetwork loaded = networks.load("fake", DEAF, () -> false);

        assertThat(separate(loaded)).isEqualTo(separate(network)).contains(0.4f);
        assertThat(loaded.spec()).isEqualTo(network.spec());
        assertThat(loaded.identity()).isEqualTo(network.identity());
        loaded.close();
        assertThat(network.timesClosed()).isOne();
    }

    @Test
    void separatesEvenIfTheRehearsalFails() throws Exception {
        NetworkLoader networks = EngineRehearsal.begin(_ -> {
            ended.countDown();
            throw new IllegalStateException("the tenor is ill");
        }).before((_, _, _) -> network);
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(separate(networks.load("fake", DEAF, () -> false))).contains(0.4f);
    }

    @Test
    void tellsWhyThereIsNoNetwork() {
        NetworkLoader networks = EngineRehearsal.begin(_ -> { }).before((_, _, _) -> {
            throw new Fault("no weights", "fetch them");
        });

        assertThatThrownBy(() -> networks.load("fake", DEAF, () -> false)).hasMessage("no weights.");
    }

    @Test
    void nobodyRehearsesForWhatIsClosed() throws Exception {
        NetworkLoader networks = EngineRehearsal.begin(this::rehearse).before((_, _, _) -> network);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        networks.close();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void preparesWhatIsBehindIt() throws Exception {
        List<String> told = new ArrayList<>();
        NetworkLoader networks = EngineRehearsal.begin(_ -> { }).before(new NetworkLoader() {
            @Override
            public SegmentNetwork load(String model, Listener listener, BooleanSupplier cancelled) {
                return network;
            }

            @Override
            public void prepare(String model) {
                told.add("prepared " + model);
            }

            @Override
            public void close() {
                told.add("closed");
            }
        });

        networks.prepare("fake");
        networks.close();

        assertThat(told).containsExactly("prepared fake", "closed");
    }

    private void rehearse(BooleanSupplier over) {
        begun.countDown();
        while (!over.getAsBoolean()) {
            Thread.onSpinWait();
        }
        ended.countDown();
    }

    private static float[] separate(SegmentNetwork network) {
        float[] mixture = new float[network.spec().channels() * network.spec().segmentFrames()];
        Arrays.fill(mixture, 1f);
        float[] stems = new float[network.spec().stems().size() * mixture.length];
        network.separate(mixture, stems, _ -> { }, () -> false);
        return stems;
    }
}
