package app.partita.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Batch;
import app.partita.jobs.Job;
import app.partita.jobs.JobFailure;
import app.partita.jobs.JobState;
import app.partita.jobs.Progress;
import app.partita.jobs.Stage;
import app.partita.ui.SampleJobs;
import app.partita.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JobRowTest {

    private final QueueViewModel model = new QueueViewModel(Texts.in(Locale.ENGLISH));

    @Test
    void aSongThatStandsStillSaysSoUntilTheQueueGoesOn() {
        model.structure(List.of(running(1, 43), SampleJobs.waiting(2, "b.wav", "B", "", "", 60)));

        model.batch(batch(true));

        assertThat(row(0).messageProperty().get()).isEqualTo("Paused");
        assertThat(row(0).pausedProperty().get()).isTrue();
        assertThat(row(1).messageProperty().get()).isEqualTo("Waiting…");
        assertThat(row(1).pausedProperty().get()).isFalse();
        model.changed(running(1, 44));
        assertThat(row(0).messageProperty().get()).isEqualTo("Paused");

        model.batch(batch(false));

        assertThat(row(0).messageProperty().get()).isEqualTo("Separating stems: 44%");
        assertThat(row(0).pausedProperty().get()).isFalse();
    }

    @Test
    void aRowThatComesIntoAPausedQueueKnowsOfThePause() {
        model.batch(batch(true));
        model.structure(List.of(running(1, 43)));

        assertThat(row(0).messageProperty().get()).isEqualTo("Paused");
    }

    @Test
    void aFetchThatHasNothingYetSaysThatItConnects() {
        model.structure(List.of(running(Stage.FETCHING_MODEL, 1, 0)));
        assertThat(row(0).messageProperty().get()).isEqualTo("Connecting…");

        model.changed(running(Stage.FETCHING_MODEL, 1, 1));

        assertThat(row(0).messageProperty().get()).isEqualTo("Fetching model: 1%");
    }

    @Test
    void aSongThatFailedShowsNoTime() {
        model.structure(List.of(running(1, 43)));
        assertThat(row(0).elapsedProperty().get()).isEqualTo("0:07");

        model.changed(model.rows().getFirst().job().failed(Instant.EPOCH,
                new JobFailure("Disk full", "Make room.", "")));

        assertThat(row(0).elapsedProperty().get()).isEmpty();
    }

    private JobRow row(int index) {
        return model.rows().get(index);
    }

    private static Job running(int rank, int percent) {
        return running(Stage.SEPARATING_STEMS, rank, percent);
    }

    private static Job running(Stage stage, int rank, int percent) {
        return SampleJobs.job(rank, rank + ".wav", "Song", "", "", 60, JobState.RUNNING,
                new Progress(stage, percent, percent, Duration.ofSeconds(7), Optional.empty()), null);
    }

    private static Batch batch(boolean paused) {
        return new Batch(paused, Map.of(JobState.RUNNING, 1, JobState.WAITING, 1), 2, 0, 0, 20, Optional.empty(),
                OptionalDouble.empty(), Optional.empty());
    }
}
