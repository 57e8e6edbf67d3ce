package app.partita.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.jobs.Progress;
import app.partita.jobs.QueueListener;
import app.partita.jobs.Stage;
import app.partita.ui.SampleJobs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowUpdatesTest {

    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final RowUpdates updates = new RowUpdates(frames::add, new QueueListener() {
        @Override
        public void changed(Job job) {
            told.add(job.id() + " " + job.progress().percent());
        }

        @Override
        public void structure(List<Job> all) {
            told.add("all " + all.size());
        }
    });

    @Test
    void oneHopIsOnItsWayHoweverMuchIsTold() {
        for (int percent = 1; percent <= 50; percent++) {
            updates.changed(at(1, percent));
            updates.changed(at(2, percent));
        }

        assertThat(frames).hasSize(1);
    }

    @Test
    void onlyTheNewestStateOfEachJobArrives() {
        updates.changed(at(1, 20));
        updates.changed(at(2, 30));
        updates.changed(at(1, 21));

        frames.remove().run();

        assertThat(told).containsExactly("job-1 21", "job-2 30");
    }

    @Test
    void whatIsToldAfterAFrameTakesTheNextOne() {
        updates.changed(at(1, 20));
        frames.remove().run();
        updates.changed(at(1, 21));

        assertThat(frames).hasSize(1);
        frames.remove().run();
        assertThat(told).containsExactly("job-1 20", "job-1 21");
    }

    @Test
    void theWholeQueueHoldsWhatWasToldOfItsJobsBefore() {
        updates.changed(at(1, 20));
        updates.structure(List.of(at(1, 21)));
        updates.changed(at(1, 22));

        frames.remove().run();

        assertThat(told).containsExactly("all 1", "job-1 22");
    }

    private static Job at(int rank, int percent) {
        return SampleJobs.job(rank, rank + ".wav", "", "", "", 10, JobState.RUNNING,
                new Progress(Stage.SEPARATING_STEMS, percent, percent, Duration.ZERO, Optional.empty()), null);
    }
}
