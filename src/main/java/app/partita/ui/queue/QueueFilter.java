package app.partita.ui.queue;

import app.partita.jobs.Batch;
import app.partita.jobs.JobState;
import java.util.Arrays;

/** Which rows a chip of the top bar leaves. */
public enum QueueFilter {
    ALL(null),
    WAITING(JobState.WAITING),
    RUNNING(JobState.RUNNING),
    COMPLETED(JobState.COMPLETED),
    FAILED(JobState.FAILED),
    CANCELLED(JobState.CANCELLED);

    private final JobState state;

    QueueFilter(JobState state) {
        this.state = state;
    }

    boolean leaves(JobState of) {
        return state == null || state == of;
    }

    /** How many rows it would leave. */
    public int count(Batch batch) {
        return state == null ? Arrays.stream(JobState.values()).mapToInt(batch::count).sum() : batch.count(state);
    }
}
