package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import app.partita.testkit.FakeNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NetworkShelfTest {

    private static final NetworkLoader.Listener DEAF = new NetworkLoader.Listener() {
        @Override
        public void fetching(double fraction) { }

        @Override
        public void loading() { }
    };

    private final List<FakeNetwork> loaded = new ArrayList<>();
    private final NetworkShelf shelf = new NetworkShelf((model, listener, cancelled) -> {
        loaded.add(new FakeNetwork());
        return loaded.getLast();
    });

    @Test
    void lendsTheSameNetworkAgain() throws Exception {
        SegmentNetwork first = shelf.borrow("a", DEAF, () -> false);
        shelf.giveBack("a", first);
        assertThat(shelf.borrow("a", DEAF, () -> false)).isSameAs(first);
        assertThat(loaded).hasSize(1);
    }

    @Test
    void closesTheOldOneWhenAnotherIsWanted() throws Exception {
        shelf.giveBack("a", shelf.borrow("a", DEAF, () -> false));
        shelf.giveBack("b", shelf.borrow("b", DEAF, () -> false));
        assertThat(loaded).extracting(FakeNetwork::timesClosed).containsExactly(1, 0);
        shelf.close();
        assertThat(loaded).extracting(FakeNetwork::timesClosed).containsExactly(1, 1);
    }

    @Test
    void neverLendsOneToTwo() throws Exception {
        SegmentNetwork one = shelf.borrow("a", DEAF, () -> false);
        assertThat(shelf.borrow("a", DEAF, () -> false)).isNotSameAs(one);
    }

    @Test
    @Timeout(20)
    void aNetworkThatWarmsUpIsLentAtItsNextStep() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore steps = new Semaphore(0);
        AtomicInteger loads = new AtomicInteger();
        try (NetworkShelf warm = new NetworkShelf((model, listener, cancelled) -> {
            loads.incrementAndGet();
            return new FakeNetwork(() -> {
                begun.countDown();
                steps.acquireUninterruptibly();
            });
        })) {
            warm.warmUp("a", () -> true);
            begun.await();
            var borrowed = CompletableFuture.supplyAsync(() -> borrow(warm), Thread.ofPlatform()::start);
            // The first step it takes after somebody asked is its last.
            while (!borrowed.isDone()) {
                steps.release();
            }

            assertThat(loads).hasValue(1);
            borrowed.join().close();
        }
    }

    @Test
    @Timeout(20)
    void aWarmNetworkWaitsOnTheShelf() throws Exception {
        shelf.warmUp("a", () -> true);

        assertThat(shelf.borrow("a", DEAF, () -> false)).isSameAs(loaded.getFirst());
        assertThat(loaded).hasSize(1);
    }

    @Test
    @Timeout(20)
    void nothingIsWarmedUpThatMakesNoSense() throws Exception {
        shelf.warmUp("a", () -> false);
        shelf.close();

        assertThat(loaded).isEmpty();
    }

    private static SegmentNetwork borrow(NetworkShelf from) {
        try {
            return from.borrow("a", DEAF, () -> false);
        } catch (Fault fault) {
            throw new IllegalStateException(fault);
        }
    }
}
