package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Batch;
import app.partita.jobs.JobState;
import app.partita.ui.system.Desktop;
import app.partita.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BatchWatchTest {

    private final List<String> told = new ArrayList<>();
    private final List<Integer> progress = new ArrayList<>();
    private boolean inFront;
    private final BatchWatch watch = new BatchWatch(new Desktop() {
        @Override
        public void show(Path fileOrFolder) {
            throw new AssertionError("nothing is to be shown: " + fileOrFolder);
        }

        @Override
        public void tell(String title, String text) {
            told.add(text);
        }

        @Override
        public void progress(int percent) {
            progress.add(percent);
        }
    }, () -> Texts.in(Locale.ENGLISH), () -> inFront);

    @Test
    void oneNotificationIsGivenForAWholeBatch() {
        watch.show(batch(0, 1, 1, 0));
        watch.show(batch(50, 0, 1, 1));
        assertThat(told).isEmpty();

        watch.show(batch(100, 0, 0, 2));
        watch.show(batch(100, 0, 0, 2));

        assertThat(told).containsExactly("2 songs are done.");
    }

    @Test
    void nobodyIsToldOfWhatHeSees() {
        inFront = true;
        watch.show(batch(0, 1, 1, 0));
        watch.show(batch(100, 0, 0, 2));

        assertThat(told).isEmpty();
    }

    @Test
    void failuresOfThisBatchAreCountedInIt() {
        watch.show(batch(10, 0, 1, 0));
        watch.show(new Batch(false, Map.of(JobState.COMPLETED, 1, JobState.FAILED, 5), 3, 3, 2, 100, Optional.empty(),
                OptionalDouble.empty(), Optional.empty()));

        assertThat(told).containsExactly("3 songs are done, 2 of them failed.");
    }

    @Test
    void aQueueThatWasDoneAtTheStartIsNotTold() {
        watch.show(batch(100, 0, 0, 2));

        assertThat(told).isEmpty();
    }

    @Test
    void theProgramsIconFollowsEachPercentOnce() {
        watch.show(batch(10, 0, 1, 0));
        watch.show(batch(10, 0, 1, 0));
        watch.show(batch(11, 0, 1, 0));
        watch.show(batch(100, 0, 0, 1));

        assertThat(progress).containsExactly(10, 11, -1);
    }

    private static Batch batch(int percent, int waiting, int running, int completed) {
        return new Batch(false, Map.of(JobState.WAITING, waiting, JobState.RUNNING, running,
                JobState.COMPLETED, completed), waiting + running + completed, completed, 0, percent, Optional.empty(),
                OptionalDouble.empty(), Optional.empty());
    }
}
