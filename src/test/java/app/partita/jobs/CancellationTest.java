package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void tellsItsListenersOnce() {
        cancellation.whenCancelled(told::incrementAndGet);
        cancellation.cancel();
        cancellation.cancel();
        assertThat(told).hasValue(1);
        assertThat(cancellation.getAsBoolean()).isTrue();
    }

    @Test
    void tellsThoseWhoComeLateAtOnceAndThoseWhoLeftNotAtAll() {
        cancellation.whenCancelled(() -> told.addAndGet(100)).close();
        assertThatNoException().isThrownBy(cancellation::check);
        cancellation.cancel();
        assertThat(told).hasValue(0);
        cancellation.whenCancelled(told::incrementAndGet);
        assertThat(told).hasValue(1);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(cancellation::check);
    }
}
