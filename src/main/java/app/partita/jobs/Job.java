package app.partita.jobs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One song to be separated, as it stands at one moment. Immutable: every change is a new one, and only legal changes
 * of state are made.
 *
 * @param id       unique
 * @param song     the file
 * @param folder   where its stems shall appear
 * @param failure  there if and only if the job failed
 * @param warnings what a person should know, one line each
 * @param created  when it was queued
 * @param started  when it last began to run
 * @param ended    when it was over
 */
public record Job(String id, Path song, Path folder, JobSettings settings, JobState state, Progress progress,
                  Optional<JobFailure> failure, List<String> warnings, Instant created, Optional<Instant> started,
                  Optional<Instant> ended) {

    public Job {
        warnings = List.copyOf(warnings);
    }

    /** A job that waits. */
    public static Job waiting(String id, Path song, Path folder, JobSettings settings, Instant now) {
        return new Job(id, song, folder, settings, JobState.WAITING, Progress.WAITING, Optional.empty(), List.of(),
                now, Optional.empty(), Optional.empty());
    }

    /** The file's name, as it is shown. */
    public String name() {
        return song.getFileName() == null ? song.toString() : song.getFileName().toString();
    }

    public Job started(Instant now) {
        require(JobState.RUNNING);
        return new Job(id, song, folder, settings, JobState.RUNNING, progress, Optional.empty(), List.of(), created,
                Optional.of(now), Optional.empty());
    }

    /** The same running job, further on. */
    public Job at(Progress now) {
        if (state != JobState.RUNNING) {
            throw new IllegalStateException("A job that is " + state + " makes no progress.");
        }
        return new Job(id, song, folder, settings, state, now, failure, warnings, created, started, ended);
    }

    public Job completed(Instant now, List<String> withWarnings) {
        return over(JobState.COMPLETED, now, Optional.empty(), withWarnings);
    }

    public Job failed(Instant now, JobFailure why) {
        return over(JobState.FAILED, now, Optional.of(why), warnings);
    }

    public Job cancelled(Instant now) {
        return over(JobState.CANCELLED, now, Optional.empty(), warnings);
    }

    /** The same job, waiting for another run. */
    public Job again() {
        require(JobState.WAITING);
        return waiting(id, song, folder, settings, created);
    }

    private Job over(JobState end, Instant now, Optional<JobFailure> why, List<String> withWarnings) {
        require(end);
        return new Job(id, song, folder, settings, end, progress, why, withWarnings, created, started,
                Optional.of(now));
    }

    private void require(JobState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("A job that is " + state + " cannot become " + next + ".");
        }
    }
}
