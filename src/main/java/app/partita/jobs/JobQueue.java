package app.partita.jobs;

import app.partita.fault.Fault;
import app.partita.jobs.host.Trash;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The queue: every change of a job goes through here. Safe for use by several threads. Methods return without waiting
 * for a disk, but for those that say so.
 */
public final class JobQueue implements AutoCloseable {

    public JobQueue(QueueParts parts) {
    }

    /** From now on told of every change; what is there already is told at once, on this thread. */
    public void listen(QueueListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Brings back the queue as it was when the program last ended, and begins to work. Reads files; called once. */
    public void restore() {
        throw new UnsupportedOperationException();
    }

    /** All jobs in their order. */
    public List<Job> jobs() {
        throw new UnsupportedOperationException();
    }

    public Optional<Job> job(String id) {
        throw new UnsupportedOperationException();
    }

    public Batch batch() {
        throw new UnsupportedOperationException();
    }

    /** Adds songs at the end. Asks each file for its size and time, so not for a thread that draws. */
    public Additions add(List<Path> songs, JobSettings settings, Duplicates rule) {
        throw new UnsupportedOperationException();
    }

    public void cancel(Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    public void retry(Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** Takes rows away, cancelling what runs; files of stems stay. */
    public void remove(Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** Takes the last cancelling or removing back that was not yet taken back; false if there is none. */
    public boolean undo() {
        throw new UnsupportedOperationException();
    }

    /** Whether there is something to undo. */
    public boolean canUndo() {
        throw new UnsupportedOperationException();
    }

    /** Moves jobs, in the order they have, so that the first comes to stand before what now is at {@code toIndex}. */
    public void move(List<String> ids, int toIndex) {
        throw new UnsupportedOperationException();
    }

    /** Nothing begins, and what runs stands still at its next step. */
    public void pause() {
        throw new UnsupportedOperationException();
    }

    public void resume() {
        throw new UnsupportedOperationException();
    }

    /** How many jobs run at once; those that run already go on. */
    public void concurrency(int jobs) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells where the stems of a completed job are now. Looks into the folder, so not for a thread that draws.
     *
     * @throws Fault if they are not there
     */
    public void relocate(String id, Path folder) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Moves the stems of completed jobs to the trash; the rows stay. Moves files, so not for a thread that draws. */
    public void deleteStems(Collection<String> ids, Trash trash) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Ends the queue; what is returned completes when nothing runs any more and all is written. */
    public CompletableFuture<Void> close(Closing how) {
        throw new UnsupportedOperationException();
    }

    /** Stops, keeps the queue for the next start, and waits until nothing runs and all is written. */
    @Override
    public void close() {
        close(Closing.STOP_AND_KEEP).join();
    }
}
