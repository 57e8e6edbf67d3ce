package app.partita.jobs;

import java.util.List;

/**
 * Told what happens in the queue: on any thread, one call at a time, in the order in which it happened, never while
 * the queue is locked. What is told is the state of that moment; a listener shall return at once.
 */
public interface QueueListener {

    /** Something of one job changed, progress included. */
    default void changed(Job job) { }

    /** Jobs were added, removed or moved: all that are there now, in their order. */
    default void structure(List<Job> all) { }

    /** The batch changed: percent, counts, pause, disk. Told at most once for any number of changes of jobs. */
    default void batch(Batch batch) { }

    /** There is something to say. */
    default void notice(Notice notice) { }
}
