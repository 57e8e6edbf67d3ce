package app.partita.jobs;

import java.util.EnumSet;
import java.util.Set;

/** Where a job stands. */
public enum JobState {
    WAITING,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Whether a job may go from here to {@code next}. */
    public boolean canBecome(JobState next) {
        return successors().contains(next);
    }

    /** Whether nothing happens to the job any more unless a person asks for it. */
    public boolean isOver() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    private Set<JobState> successors() {
        return switch (this) {
            case WAITING -> EnumSet.of(RUNNING, CANCELLED);
            case RUNNING -> EnumSet.of(COMPLETED, FAILED, CANCELLED, WAITING);
            case FAILED, CANCELLED -> EnumSet.of(WAITING);
            case COMPLETED -> EnumSet.noneOf(JobState.class);
        };
    }
}
