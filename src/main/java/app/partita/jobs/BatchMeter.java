package app.partita.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measures how far all songs of a batch are together: each counts by its length. */
final class BatchMeter {

    /** Of a song whose length nobody knows yet, where no other's is known either. */
    private static final double USUAL_SECONDS = 240;
    /** No song takes less, in seconds. */
    private static final double GRAIN = 0.001;

    Batch measure(QueueTable table, Collection<String> members, boolean paused, int concurrency,
                  Optional<DiskRoom> room) {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        table.inAnyOrder().forEach(job -> counts.merge(job.state(), 1, Integer::sum));
        List<Job> batch = new ArrayList<>();
        for (String id : members) {
            table.get(id).filter(job -> job.state() != JobState.CANCELLED).ifPresent(batch::add);
        }
        double usual = batch.stream().mapToDouble(Job::seconds).filter(seconds -> seconds > 0).average()
                .orElse(USUAL_SECONDS);
        int done = (int) batch.stream().filter(job -> job.state().isOver()).count();
        int failed = (int) batch.stream().filter(job -> job.state() == JobState.FAILED).count();
        return new Batch(paused, counts, batch.size(), done, failed, percent(batch, done, usual),
                done == batch.size() ? Optional.empty() : left(batch, usual, concurrency), speed(batch), room);
    }

    private static int percent(List<Job> batch, int done, double usual) {
        if (batch.isEmpty()) {
            return 0;
        }
        if (done == batch.size()) {
            return 100;
        }
        double all = batch.stream().mapToDouble(job -> length(job, usual)).sum();
        double part = batch.stream().mapToDouble(job -> length(job, usual) * fraction(job)).sum();
        return Math.min(99, (int) (100 * part / all));
    }

    private static double fraction(Job job) {
        return switch (job.state()) {
            case COMPLETED, FAILED -> 1;
            case RUNNING -> job.progress().percent() / 100.0;
            case WAITING, CANCELLED -> 0;
        };
    }

    /** The work that is left at the pace so far, shared among as many as run at once. */
    private static Optional<Duration> left(List<Job> batch, double usual, int concurrency) {
        List<Job> busy = batch.stream().filter(job -> !job.state().isOver()).toList();
        double pace = pace(batch, usual);
        double seconds = 0;
        for (Job job : busy) {
            if (job.state() == JobState.RUNNING && job.progress().left().isPresent()) {
                seconds += job.progress().left().get().toSeconds();
            } else if (pace > 0) {
                seconds += pace * length(job, usual) * (1 - fraction(job));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(TimeLeft.rounded(seconds / Math.min(concurrency, busy.size())));
    }

    /** Of the songs that run, all together: those whose length and pace are known. */
    private static OptionalDouble speed(List<Job> batch) {
        double speed = batch.stream()
                .filter(job -> job.state() == JobState.RUNNING && job.progress().left().isPresent())
                .mapToDouble(job -> job.seconds() / Math.max(GRAIN, work(job.progress()))).sum();
        return speed > 0 ? OptionalDouble.of(speed) : OptionalDouble.empty();
    }

    /** Seconds of work that a running song will have taken at its end. */
    private static double work(Progress progress) {
        return progress.elapsed().plus(progress.left().orElse(Duration.ZERO)).toMillis() / 1000.0;
    }

    /** Seconds of work for a second of song; 0 if nobody can tell. */
    private static double pace(List<Job> batch, double usual) {
        double worked = 0;
        double song = 0;
        for (Job job : batch) {
            Progress progress = job.progress();
            if (job.state() == JobState.COMPLETED) {
                worked += progress.elapsed().toMillis() / 1000.0;
                song += length(job, usual);
            } else if (job.state() == JobState.RUNNING && progress.left().isPresent()) {
                worked += work(progress);
                song += length(job, usual);
            }
        }
        return song > 0 ? worked / song : 0;
    }

    private static double length(Job job, double usual) {
        return job.seconds() > 0 ? job.seconds() : usual;
    }
}
