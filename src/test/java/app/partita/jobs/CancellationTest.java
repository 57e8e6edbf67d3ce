package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Cancellation all = new Cancellation();
    private final Cancellation one = new Cancellation(all);

    @Test
    void whatStopsAllStopsOneAndNotTheOtherWayRound() {
        one.cancel();
        assertThat(all.getAsBoolean()).isFalse();
        Cancellation other = new Cancellation(all);
        all.interrupt();
        assertThat(other.getAsBoolean()).isTrue();
        assertThat(other.isInterrupted()).isTrue();
        assertThat(one.isInterrupted()).as("cancelled for good before").isFalse();
    }

    @Test
    void whatIsSettledIsNotStoppedAnyMoreButTheOthersAre() {
        one.settle();
        all.cancel();
        one.cancel();
        assertThat(one.getAsBoolean()).isFalse();
        assertThat(new Cancellation(all).getAsBoolean()).isTrue();
    }

    @Test
    void whatShallStopIsNotSettled() {
        all.cancel();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(one::settle);
        assertThat(one.getAsBoolean()).isTrue();
    }
}
