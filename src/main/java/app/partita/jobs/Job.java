package app.partita.jobs;

import app.partita.stems.StemKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One song to be separated, as it stands at one moment. Immutable: every change is a new one, and only legal changes
 * of state are made.
 *
 * @param id       unique
 * @param rank     its place in the queue when it was added: jobs are ordered by it unless a person moved them
 * @param created  when it was queued
 * @param source   the song
 * @param settings how it shall be separated
 * @param folder   where its stems shall appear, or are
 * @param stems    what it shall yield
 * @param facts    what the song says about itself, once that is known
 * @param run      how far it is
 * @param lost     whether it completed but its files are not where they were
 * @param newer    whether its file was written by a newer version: it is shown, and never changed
 * @param foreign  keys of its file that this version does not know
 */
public record Job(String id, long rank, Instant created, JobSource source, JobSettings settings, Path folder,
                  List<StemKind> stems, Optional<SongFacts> facts, JobRun run, boolean lost, boolean newer,
                  ForeignKeys foreign) {

    public Job {
        stems = List.copyOf(stems);
    }

    /** A job that waits. */
    public static Job waiting(String id, long rank, JobSource source, Path folder, JobSettings settings, Instant now) {
        return new Job(id, rank, now, source, settings, folder, settings.stems(), Optional.empty(), JobRun.WAITING,
                false, false, ForeignKeys.NONE);
    }

    /** As above, of a file that nobody has looked at yet. */
    public static Job waiting(String id, Path song, Path folder, JobSettings settings, Instant now) {
        return waiting(id, 0, new JobSource(song, Optional.empty()), folder, settings, now);
    }

    /** The song's file. */
    public Path song() {
        return source.path();
    }

    /** The file's name, as it is shown. */
    public String name() {
        return source.name();
    }

    public JobState state() {
        return run.state();
    }

    public Progress progress() {
        return run.progress();
    }

    public Optional<JobFailure> failure() {
        return run.failure();
    }

    public List<String> warnings() {
        return run.warnings();
    }

    public Optional<Instant> started() {
        return run.started();
    }

    public Optional<Instant> ended() {
        return run.ended();
    }

    /** The song's length in seconds as far as it is known; 0 else. */
    public double seconds() {
        return facts.isPresent() ? facts.get().seconds().orElse(0) : 0;
    }

    /** Begins to run with that version of the program. */
    public Job begun(Instant now, String engineVersion) {
        return with(run.begun(now, engineVersion));
    }

    /** The same running job, further on. */
    public Job at(Progress now) {
        return with(run.at(now));
    }

    public Job completed(Instant now, List<String> warnings, JobResult result) {
        return with(run.completed(now, warnings, result));
    }

    public Job failed(Instant now, JobFailure why) {
        return with(run.failed(now, why));
    }

    public Job cancelled(Instant now) {
        return with(run.cancelled(now));
    }

    /** The same job, waiting for another run. */
    public Job again() {
        return with(run.again());
    }

    Job with(JobRun changed) {
        return new Job(id, rank, created, source, settings, folder, stems, facts, changed, lost, newer, foreign);
    }

    Job with(SongFacts known) {
        return new Job(id, rank, created, source, settings, folder, stems, Optional.of(known), run, lost, newer,
                foreign);
    }

    /** The same job, as it came out of a file. */
    Job read(boolean ofNewerVersion, ForeignKeys withKeys) {
        return new Job(id, rank, created, source, settings, folder, stems, facts, run, lost, ofNewerVersion, withKeys);
    }

    Job in(Path other) {
        return new Job(id, rank, created, source, settings, other, stems, facts, run, lost, newer, foreign);
    }

    Job lost(boolean now) {
        return new Job(id, rank, created, source, settings, folder, stems, facts, run, now, newer, foreign);
    }
}
