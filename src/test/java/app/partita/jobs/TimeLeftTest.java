package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    private final FakeClock clock = new FakeClock();
    private final TimeLeft left = new TimeLeft();

    @Test
    void keepsAFewReadingsHoweverLongTheSongAndStillTellsItsPace() {
        left.separated(clock.instant(), 0, 0);
        for (int step = 1; step <= 100_000; step++) {
            clock.advance(Duration.ofMillis(100));
            left.separated(clock.instant(), step / 100, step / 200_000.0);
        }
        assertThat(left.readings()).isLessThan(1_100);
        assertThat(left.whileSeparating(clock.instant()).orElseThrow().toMinutes()).isBetween(165L, 185L);
    }
}
