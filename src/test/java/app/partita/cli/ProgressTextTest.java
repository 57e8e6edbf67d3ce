package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Progress;
import app.partita.jobs.Stage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTextTest {

    @Test
    void countsOnlyWhereAStageCounts() {
        assertThat(text(Stage.SEPARATING_STEMS)).isEqualTo("Separating stems: 33%");
        assertThat(text(Stage.FETCHING_MODEL)).isEqualTo("Fetching model: 33%");
        assertThat(text(Stage.SAVING_STEMS)).isEqualTo("Saving stems…");
    }

    @Test
    void timesAreShort() {
        assertThat(ProgressText.clock(Duration.ofSeconds(65))).isEqualTo("1:05");
        assertThat(ProgressText.clock(Duration.ofSeconds(7207))).isEqualTo("2:00:07");
        assertThat(ProgressText.left(Duration.ofSeconds(25))).isEqualTo("about 25 s left");
        assertThat(ProgressText.left(Duration.ofSeconds(180))).isEqualTo("about 3 min left");
        assertThat(ProgressText.left(Duration.ofMinutes(95))).isEqualTo("about 1 h 35 min left");
    }

    private static String text(Stage stage) {
        return ProgressText.message(new Progress(stage, 50, 33, Duration.ZERO, Optional.empty()));
    }
}
