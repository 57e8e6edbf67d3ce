package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelFetcher;
import app.partita.models.ModelStore;
import app.partita.testkit.FakeNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ModelNetworksTest {

    private static final NetworkLoader.Listener DEAF = new NetworkLoader.Listener() {
        @Override
        public void fetching(double fraction) { }

        @Override
        public void loading() { }
    };

    @TempDir
    private Path models;

    @BeforeEach
    void weights() throws Exception {
        Files.writeString(models.resolve("htdemucs.weights"), "not looked at");
    }

    @Test
    void aSlowLoadCanBeCancelledAndItsNetworkIsClosedInTheEnd() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        SegmentNetwork network = new ToldWhenClosed(closed);
        assertThatThrownBy(() -> load((model, weights) -> {
            await(mayEnd);
            return network;
        }, () -> true)).isInstanceOf(CancellationException.class);
        mayEnd.countDown();
        closed.await();
    }

    @Test
    void whatKeepsWeightsFromBeingLoadedIsTold() {
        Fault damaged = new Fault("htdemucs.weights is cut short.", "Fetch it again.");
        assertThatThrownBy(() -> load((model, weights) -> {
            throw damaged;
        }, () -> false)).isSameAs(damaged);
        assertThatThrownBy(() -> load((model, weights) -> {
            throw new OutOfMemoryError();
        }, () -> false)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whatWasLoadedIsHandedOn() throws Exception {
        FakeNetwork network = new FakeNetwork();
        assertThat(load((model, weights) -> network, () -> false)).isSameAs(network);
    }

    @Test
    void whatWasPreparedIsLoadedOnce() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        FakeNetwork network = new FakeNetwork();
        NetworkLoader networks = networks((model, weights) -> {
            opened.incrementAndGet();
            return network;
        });

        networks.prepare("htdemucs");

        assertThat(networks.load("htdemucs", DEAF, () -> false)).isSameAs(network);
        networks.close();
        assertThat(network.timesClosed()).isZero();
        assertThat(opened).hasValue(1);
        networks.load("htdemucs", DEAF, () -> false);
        assertThat(opened).hasValue(2);
    }

    @Test
    void whatIsPreparedLoadsBeforeItIsAskedFor() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);

        networks((model, weights) -> {
            opening.countDown();
            return new FakeNetwork();
        }).prepare("htdemucs");

        opening.await();
    }

    @Test
    void whatKeepsAPreparedNetworkFromBeingLoadedIsToldWhenItIsAskedFor() throws Exception {
        Fault damaged = new Fault("htdemucs.weights is cut short.", "Fetch it again.");
        NetworkLoader networks = networks((model, weights) -> {
            throw damaged;
        });

        networks.prepare("htdemucs");

        assertThatThrownBy(() -> networks.load("htdemucs", DEAF, () -> false)).isSameAs(damaged);
    }

    private NetworkLoader preparing(CountDownLatch mayEnd, CountDownLatch closed) throws Fault {
        NetworkLoader networks = networks((model, weights) -> {
            await(mayEnd);
            return new ToldWhenClosed(closed);
        });
        networks.prepare("htdemucs");
        return networks;
    }

    @Test
    void whatWasPreparedForNothingIsClosed() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        NetworkLoader networks = preparing(mayEnd, closed);

        networks.close();

        mayEnd.countDown();
        closed.await();
    }

    @Test
    void whoTiresOfAPreparedNetworkLeavesItToClose() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        NetworkLoader networks = preparing(mayEnd, closed);

        assertThatThrownBy(() -> networks.load("htdemucs", DEAF, () -> true)).isInstanceOf(CancellationException.class);
        mayEnd.countDown();
        closed.await();
    }

    @Test
    void weightsThatAreNotHereAreNotPrepared() throws Exception {
        Files.delete(models.resolve("htdemucs.weights"));
        NetworkLoader networks = networks((model, weights) -> {
            throw new AssertionError("there is nothing to open");
        });

        networks.prepare("htdemucs");

        assertThat(models).isEmptyDirectory();
    }

    @Test
    void weightsThatCameMeanwhileAreTheOnesThatCount() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        FakeNetwork newer = new FakeNetwork();
        Files.move(models.resolve("htdemucs.weights"), models.resolve("htdemucs.onnx"));
        NetworkLoader networks = networks((model, weights) ->
                weights.toString().endsWith(".onnx") ? new ToldWhenClosed(closed) : newer);
        networks.prepare("htdemucs");
        Files.writeString(models.resolve("htdemucs.weights"), "fetched");

        assertThat(networks.load("htdemucs", DEAF, () -> false)).isSameAs(newer);
        closed.await();
    }

    private SegmentNetwork load(ModelNetworks.Opener opener, BooleanSupplier cancelled) throws Fault {
        return networks(opener).load("htdemucs", DEAF, cancelled);
    }

    private NetworkLoader networks(ModelNetworks.Opener opener) {
        ModelStore store = new ModelStore(models, (model, file) -> { });
        return new ModelNetworks(new ModelCatalogue(), store, new ModelFetcher(store, Map.of()), opener);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record ToldWhenClosed(CountDownLatch closed) implements SegmentNetwork {

        @Override
        public String identity() {
            return "fake";
        }

        @Override
        public ModelSpec spec() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void separate(float[] mixture, float[] stems, StepListener steps, BooleanSupplier cancelled) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
