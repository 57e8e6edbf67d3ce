package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunControlTest {

    private final FakeClock clock = new FakeClock();
    private final RunControl control = new RunControl(clock);

    @Test
    void workingTimeStandsStillDuringAPause() {
        Instant began = control.workingTime().instant();
        clock.advanceSeconds(5);
        control.pause();
        clock.advanceSeconds(100);
        assertThat(control.workingTime().instant()).isEqualTo(began.plusSeconds(5));
        control.pause();
        control.resume();
        control.resume();
        clock.advanceSeconds(1);
        control.pause();
        clock.advanceSeconds(10);
        control.resume();
        assertThat(Duration.between(began, control.workingTime().instant())).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aCheckpointWaitsUntilResumed() throws Exception {
        control.checkpoint();
        control.pause();
        CompletableFuture<Void> passed = CompletableFuture.runAsync(control::checkpoint, Thread::startVirtualThread);
        assertThat(passed).isNotDone();
        control.resume();
        passed.get(10, TimeUnit.SECONDS);
    }

    @Test
    void cancellingWakesWhoWaits() {
        control.pause();
        CompletableFuture<Void> passed = CompletableFuture.runAsync(control::checkpoint, Thread::startVirtualThread);
        control.cancel();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(control::checkpoint);
        assertThat(passed).failsWithin(Duration.ofSeconds(10)).withThrowableOfType(Exception.class)
                .matches(e -> e instanceof CancellationException || e instanceof ExecutionException);
    }
}
