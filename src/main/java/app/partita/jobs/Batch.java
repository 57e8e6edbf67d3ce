package app.partita.jobs;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All jobs together, as they stand at one moment.
 *
 * @param paused  whether nothing goes on until it is resumed
 * @param counts  how many jobs of the queue are in each state; every state has a number
 * @param total   the jobs of this batch: all that waited or ran since the queue was last done
 * @param done    those of them that are over
 * @param failed  those of these that failed
 * @param percent of the whole batch, by the lengths of its songs, 0 to 100; 100 only when nothing is left to do
 * @param left    until all is done, rounded; empty as long as nobody can tell
 * @param speed   seconds of songs that are separated in a second of work; empty as long as nobody can tell
 * @param room    of the disks that are written to, the one with the least to spare; empty until asked
 */
public record Batch(boolean paused, Map<JobState, Integer> counts, int total, int done, int failed, int percent,
                    Optional<Duration> left, OptionalDouble speed, Optional<DiskRoom> room) {

    public Batch {
        EnumMap<JobState, Integer> all = new EnumMap<>(JobState.class);
        for (JobState state : JobState.values()) {
            all.put(state, counts.getOrDefault(state, 0));
        }
        counts = Collections.unmodifiableMap(all);
    }

    /** How many jobs of the queue are in that state. */
    public int count(JobState state) {
        return counts.get(state);
    }

    /** Whether a job runs. */
    public boolean running() {
        return count(JobState.RUNNING) > 0;
    }

    /** Whether something is left to do. */
    public boolean busy() {
        return running() || count(JobState.WAITING) > 0;
    }
}
