package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    @Test
    void beatsUntilItIsClosed() {
        Queue<Runnable> later = new ArrayDeque<>();
        AtomicInteger beats = new AtomicInteger();
        try (Heartbeat _ = new Heartbeat(beats::incrementAndGet, later::add)) {
            assertThat(beats).hasValue(0);
            later.remove().run();
            later.remove().run();
            assertThat(beats).hasValue(2);
        }
        later.remove().run();
        assertThat(beats).hasValue(2);
        assertThat(later).isEmpty();
    }
}
