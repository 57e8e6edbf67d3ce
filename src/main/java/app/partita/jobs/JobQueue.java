package app.partita.jobs;

import app.partita.fault.Fault;
import app.partita.jobs.ActiveRun.Fate;
import app.partita.jobs.host.Trash;
import app.partita.stems.LiveSong;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The queue: every change of a job goes through here. Safe for use by several threads. Methods return without waiting
 * for a disk, but for those that say so. Listeners are told before a method returns, unless another thread is just
 * telling them something: that one goes on with it.
 */
public final class JobQueue implements AutoCloseable {

    private final QueueState state = new QueueState();
    private final QueueFiles files;
    private final Intake intake;
    private final RunDesk runs;
    private final RowDesk rows;
    private final StemFiles stems;
    private final KeepAwake awake;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean ending;

    /** An empty queue; {@link #restore} fills it. */
    public JobQueue(QueueParts parts) {
        FolderChoice folders = new FolderChoice(state, parts.planner());
        files = new QueueFiles(state, parts);
        SongScout scout = new SongScout(state, parts, files);
        intake = new Intake(state, parts, files, scout, folders);
        runs = new RunDesk(state, parts, files, folders);
        rows = new RowDesk(state, files, scout, parts.clock());
        stems = new StemFiles(state, files);
        awake = new KeepAwake(parts.awake(), parts.background());
        state.whenChanged(this::follow);
    }

    /** What follows from any change. Called with the lock held. */
    private void follow() {
        runs.schedule();
        if (awake.want(!state.active().isEmpty() && !state.paused)) {
            state.later(awake::apply);
        }
        if (state.closing && !ending && !runs.busy()) {
            ending = true;
            files.close(() -> closed.complete(null));
        }
    }

    /** From now on told of every change; what is there already is told first. */
    public void listen(QueueListener listener) {
        state.act(() -> state.listen(listener));
    }

    /**
     * Brings back the queue as it was when the program last ended, and begins to work. Reads files, so not for a thread
     * that draws. To be called once, before anything is added.
     *
     * @throws Fault if the folder of the jobs cannot be used, or another window has it
     */
    public void restore() throws Fault {
        files.load(intake::restored);
    }

    /** All jobs in their order. */
    public List<Job> jobs() {
        return state.ask(state.table::all);
    }

    public Optional<Job> job(String id) {
        return state.ask(() -> state.table.get(id));
    }

    /**
     * What can be heard of a song while it is being separated: from before the network begins until the stems are in
     * place. Whoever listens joins it.
     */
    public Optional<LiveSong> live(String id) {
        return state.ask(() -> Optional.ofNullable(state.active().get(id))).flatMap(run -> run.control.live());
    }

    public Batch batch() {
        return state.batch();
    }

    /**
     * Adds songs at the end. Asks each file for its size and time, so not for a thread that draws.
     *
     * <p>All rows are told in one change before this returns. Their files are written right after it, in the order of
     * the rows and before any job that comes later: a thousand are safe from a killed program within a fraction of a
     * second, and from a loss of power as soon as the disk has taken them.
     */
    public Additions add(List<Path> songs, JobSettings settings, Duplicates rule) {
        return intake.add(songs, settings, rule);
    }

    /** Completes when all that was to be written so far has been, or could not be, which is told by a notice. */
    CompletableFuture<Void> written() {
        return state.act(files::written);
    }

    /** Cancels what waits, and what runs, which then stops within a second. */
    public void cancel(Collection<String> ids) {
        state.act(() -> rows.cancel(ids));
    }

    /** Lets failed and cancelled jobs wait again, where they stand. */
    public void retry(Collection<String> ids) {
        state.act(() -> rows.retry(ids));
    }

    /** Takes rows away, stopping what runs; files of stems stay. */
    public void remove(Collection<String> ids) {
        state.act(() -> rows.remove(ids));
    }

    /** Takes the last cancelling or removing back that was not yet taken back; false if there is none. */
    public boolean undo() {
        return state.act(rows::undo);
    }

    /** Whether there may be something to undo. */
    public boolean canUndo() {
        return state.ask(rows::canUndo);
    }

    /** Moves jobs, in the order they have, so that they stand before what now is at {@code toIndex}. */
    public void move(List<String> ids, int toIndex) {
        state.act(() -> rows.move(ids, toIndex));
    }

    /** Nothing begins, and what runs stands still at its next step. */
    public void pause() {
        state.act(() -> {
            state.paused = true;
            state.active().values().forEach(run -> run.control.pause());
            state.batchChanged();
        });
    }

    public void resume() {
        state.act(this::goOn);
    }

    private void goOn() {
        state.paused = false;
        state.active().values().forEach(run -> run.control.resume());
        state.batchChanged();
    }

    /**
     * How many jobs run at once; those that run already go on.
     *
     * @param jobs at least 1
     */
    public void concurrency(int jobs) {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs at once: " + jobs);
        }
        state.act(() -> {
            state.concurrency = jobs;
            state.batchChanged();
        });
    }

    /**
     * Tells where the stems of a completed job are now. Looks into the folder, so not for a thread that draws.
     *
     * @throws Fault if they are not there
     */
    public void relocate(String id, Path folder) throws Fault {
        stems.relocate(id, folder);
    }

    /**
     * Moves the stems of completed jobs to the trash; the rows stay. Moves files, so not for a thread that draws.
     *
     * @throws Fault if some could not be moved; the others are
     */
    public void deleteStems(Collection<String> ids, Trash trash) throws Fault {
        stems.delete(ids, trash);
    }

    /**
     * Ends the queue; may be called again with {@link Closing#STOP_AND_KEEP}.
     *
     * @return completes when nothing runs any more and all is written
     */
    public CompletableFuture<Void> close(Closing how) {
        state.act(() -> {
            state.closing = true;
            if (how == Closing.FINISH) {
                goOn();
            } else {
                state.stopping = true;
                state.active().values().forEach(JobQueue::keep);
            }
        });
        return closed.copy();
    }

    private static void keep(ActiveRun run) {
        if (!run.cancelled()) {
            run.fate = Fate.KEPT;
            run.control.interrupt();
        }
    }

    /** Stops, keeps the queue for the next start, and waits until nothing runs and all is written. */
    @Override
    public void close() {
        close(Closing.STOP_AND_KEEP).join();
    }
}
