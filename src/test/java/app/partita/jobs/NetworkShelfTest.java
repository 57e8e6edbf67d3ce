package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SegmentNetwork;
import app.partita.testkit.FakeNetwork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
