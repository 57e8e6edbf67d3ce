package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.testkit.FakeNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
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
    private final List<Runnable> later = new ArrayList<>();
    private int threads = 2;
    private int most = 1;
    private final NetworkShelf shelf = new NetworkShelf((model, listener, cancelled) -> {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        loaded.add(new FakeNetwork());
        return loaded.getLast();
    }, new NetworkShelf.Terms(() -> threads, () -> most, later::add));

    @Test
    void lendsTheSameNetworkAgain() throws Exception {
        NetworkShelf.Loan first = borrow("a");
        first.giveBack();
        assertThat(borrow("a").network()).isSameAs(first.network());
        assertThat(loaded).hasSize(1);
    }

    @Test
    void closesTheOldOneWhenAnotherIsWanted() throws Exception {
        borrow("a").giveBack();
        borrow("b").giveBack();
        assertThat(closed()).containsExactly(1, 0);
        shelf.close();
        assertThat(closed()).containsExactly(1, 1);
    }

    @Test
    void neverLendsOneToTwo() throws Exception {
        NetworkShelf.Loan one = borrow("a");
        assertThat(borrow("a").network()).isNotSameAs(one.network());
    }

    @Test
    void keepsAsManyAsRunAtOnceAndLendsEachAgain() throws Exception {
        most = 2;
        NetworkShelf.Loan one = borrow("a");
        NetworkShelf.Loan two = borrow("a");
        one.giveBack();
        two.giveBack();
        assertThat(closed()).containsExactly(0, 0);
        assertThat(List.of(borrow("a").network(), borrow("a").network()))
                .containsExactlyInAnyOrder(one.network(), two.network());
        assertThat(loaded).hasSize(2);
    }

    @Test
    void fewerAtOnceLeaveFewer() throws Exception {
        most = 2;
        NetworkShelf.Loan one = borrow("a");
        NetworkShelf.Loan two = borrow("a");
        most = 1;
        one.giveBack();
        assertThat(closed()).containsExactly(1, 0);
        two.giveBack();
        assertThat(closed()).containsExactly(1, 0);
    }

    @Test
    void loadsAnewWhenTheThreadsChanged() throws Exception {
        borrow("a").giveBack();
        threads = 1;
        NetworkShelf.Loan second = borrow("a");
        assertThat(closed()).containsExactly(1, 0);
        threads = 2;
        second.giveBack();
        assertThat(closed()).containsExactly(1, 1);
    }

    @Test
    void letsGoOfWhatNobodyAskedForMeanwhile() throws Exception {
        borrow("a").giveBack();
        borrow("a").giveBack();
        later.removeFirst().run();
        assertThat(closed()).containsExactly(0);
        later.removeFirst().run();
        assertThat(closed()).containsExactly(1);
    }

    @Test
    void nobodyGetsABrokenOneAgain() throws Exception {
        borrow("a").discard();
        assertThat(closed()).containsExactly(1);
        borrow("a").giveBack();
        assertThat(closed()).containsExactly(1, 0);
    }

    @Test
    void aLoadThatFailsTakesNobodysPlace() throws Exception {
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> shelf.borrow("a", DEAF, () -> true));
        borrow("a").giveBack();
        assertThat(closed()).containsExactly(0);
    }

    @Test
    void whatComesBackAfterTheEndIsClosed() throws Exception {
        NetworkShelf.Loan late = borrow("a");
        shelf.close();
        late.giveBack();
        assertThat(closed()).containsExactly(1);
    }

    private NetworkShelf.Loan borrow(String model) throws Exception {
        return shelf.borrow(model, DEAF, () -> false);
    }

    private List<Integer> closed() {
        return loaded.stream().map(FakeNetwork::timesClosed).toList();
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
            borrowed.join().giveBack();
        }
    }

    @Test
    @Timeout(20)
    void aWarmNetworkWaitsOnTheShelf() throws Exception {
        shelf.warmUp("a", () -> true);

        assertThat(borrow("a").network()).isSameAs(loaded.getFirst());
        assertThat(loaded).hasSize(1);
    }

    @Test
    @Timeout(20)
    void nothingIsWarmedUpThatMakesNoSense() throws Exception {
        shelf.warmUp("a", () -> false);
        shelf.close();

        assertThat(loaded).isEmpty();
    }

    private static NetworkShelf.Loan borrow(NetworkShelf from) {
        try {
            return from.borrow("a", DEAF, () -> false);
        } catch (Fault fault) {
            throw new IllegalStateException(fault);
        }
    }
}
