package app.partita.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a job stands and how its last run went: the part of a {@link Job} that running changes. Only legal changes of
 * state are made.
 *
 * @param failure       there if and only if the job failed
 * @param warnings      what a person should know, one line each
 * @param started       when it last began to run
 * @param ended         when it was over
 * @param result        there if and only if the job completed
 * @param engineVersion of the program that last ran it; empty before that
 */
public record JobRun(JobState state, Progress progress, Optional<JobFailure> failure, List<String> warnings,
                     Optional<Instant> started, Optional<Instant> ended, Optional<JobResult> result,
                     String engineVersion) {

    /** Not begun. */
    public static final JobRun WAITING = new JobRun(JobState.WAITING, Progress.WAITING, Optional.empty(), List.of(),
            Optional.empty(), Optional.empty(), Optional.empty(), "");

    public JobRun {
        warnings = List.copyOf(warnings);
    }

    JobRun begun(Instant now, String version) {
        require(JobState.RUNNING);
        return new JobRun(JobState.RUNNING, progress, Optional.empty(), List.of(), Optional.of(now),
                Optional.empty(), Optional.empty(), version);
    }

    JobRun at(Progress now) {
        if (state != JobState.RUNNING) {
            throw new IllegalStateException("A job that is " + state + " makes no progress.");
        }
        return new JobRun(state, now, failure, warnings, started, ended, result, engineVersion);
    }

    JobRun completed(Instant now, List<String> withWarnings, JobResult made) {
        return over(JobState.COMPLETED, now, Optional.empty(), withWarnings, Optional.of(made));
    }

    JobRun failed(Instant now, JobFailure why) {
        return over(JobState.FAILED, now, Optional.of(why), warnings, Optional.empty());
    }

    JobRun cancelled(Instant now) {
        return over(JobState.CANCELLED, now, Optional.empty(), warnings, Optional.empty());
    }

    JobRun again() {
        require(JobState.WAITING);
        return WAITING;
    }

    /** @throws IllegalStateException if a job may not go from here to {@code next} */
    void require(JobState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("A job that is " + state + " cannot become " + next + ".");
        }
    }

    private JobRun over(JobState end, Instant now, Optional<JobFailure> why, List<String> withWarnings,
                        Optional<JobResult> made) {
        require(end);
        return new JobRun(end, progress, why, withWarnings, started, Optional.of(now), made, engineVersion);
    }
}
