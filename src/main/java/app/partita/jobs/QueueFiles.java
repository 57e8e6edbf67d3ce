package app.partita.jobs;

import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Brings a queue's changes to the disk, on a thread of its own, and tells what could not be brought there. */
final class QueueFiles {

    private static final Logger LOG = System.getLogger(QueueFiles.class.getName());

    /** Something to do with the store. */
    @FunctionalInterface
    private interface Errand {

        void run(JobStore store) throws Fault;
    }

    private final QueueState state;
    private final QueueParts parts;
    private final DiskSurvey disks;
    private final Map<String, Path> relocated = new LinkedHashMap<>();
    private boolean toldUnsaved;
    private boolean surveyDue;

    QueueFiles(QueueState state, QueueParts parts) {
        this.state = state;
        this.parts = parts;
        this.disks = new DiskSurvey(parts.workFolder());
    }

    /** Called with the lock held, as are all below but {@link #load}. */
    void save(List<Job> changed) {
        onDisk(store -> store.save(changed));
    }

    void remove(Collection<String> ids) {
        onDisk(store -> store.remove(ids));
        orderChanged();
    }

    void restore(Collection<String> ids) {
        onDisk(store -> store.restore(ids));
        orderChanged();
    }

    /** Saved apart, a while later. */
    void orderChanged() {
        parts.order().changed(() -> state.ask(() ->
                new QueueOrderStore.Corrections(state.table.order(), Map.copyOf(relocated))));
    }

    void relocated(String id, Path folder) {
        relocated.put(id, folder);
        orderChanged();
    }

    /** Asks the disks for their room, soon, once for all that changes meanwhile. */
    void survey() {
        if (surveyDue) {
            return;
        }
        surveyDue = true;
        state.later(() -> parts.background().execute(() -> {
            Plans plans = state.ask(this::plans);
            Optional<DiskRoom> room = disks.tightest(plans.waiting(), plans.atOnce());
            state.act(() -> state.room(room));
        }));
    }

    private record Plans(List<Job> waiting, int atOnce) {}

    private Plans plans() {
        surveyDue = false;
        return new Plans(state.table.inAnyOrder().stream().filter(job -> job.state() == JobState.WAITING).toList(),
                state.concurrency);
    }

    /** Completes when the errands of before are done. */
    CompletableFuture<Void> written() {
        CompletableFuture<Void> written = new CompletableFuture<>();
        state.later(() -> parts.disk().execute(() -> written.complete(null)));
        return written;
    }

    /** All is written that was to be written; then the store is closed. */
    void close(Runnable done) {
        state.later(() -> parts.disk().execute(() -> {
            parts.order().close();
            parts.store().close();
            done.run();
        }));
    }

    /**
     * Fills the table with the stored jobs in their order; where something is wrong, a notice is told. Reads files,
     * without the lock.
     *
     * @param then run in the same change, with all jobs
     */
    void load(Consumer<List<Job>> then) throws Fault {
        StoredJobs stored = parts.store().load();
        QueueOrderStore.Corrections corrections = parts.order().load();
        List<Job> jobs = stored.jobs().stream().map(job -> located(job, corrections.folders())).toList();
        state.act(() -> {
            jobs.forEach(state.table::add);
            state.table.arrange(corrections.order());
            jobs.stream().filter(job -> corrections.folders().containsKey(job.id()))
                    .forEach(job -> relocated.put(job.id(), job.folder()));
            then.accept(jobs);
            tell(Notice.Kind.DAMAGED_JOBS, stored.setAside());
            tell(Notice.Kind.UNREADABLE, stored.unread());
            tell(Notice.Kind.NEWER_JOBS, stored.newer());
            tell(Notice.Kind.DAMAGED_ORDER, parts.order().setAside().stream().toList());
        });
    }

    private static Job located(Job job, Map<String, Path> folders) {
        Path folder = folders.get(job.id());
        Job there = folder == null || job.state() != JobState.COMPLETED ? job : job.in(folder);
        return there.lost(isLost(there));
    }

    /** Whether a completed job's files are not all in its folder. */
    static boolean isLost(Job job) {
        return job.run().result().isPresent() && !hasStems(job, job.folder());
    }

    static boolean hasStems(Job job, Path folder) {
        return Files.isDirectory(folder) && job.run().result().stream().flatMap(made -> made.stems().stream())
                .allMatch(stem -> Files.isRegularFile(folder.resolve(stem.name())));
    }

    private void tell(Notice.Kind kind, List<Path> paths) {
        if (!paths.isEmpty()) {
            state.notice(new Notice(kind, paths));
        }
    }

    private void onDisk(Errand errand) {
        state.later(() -> parts.disk().execute(() -> {
            try {
                errand.run(parts.store());
                state.ask(() -> toldUnsaved = false);
            } catch (Fault fault) {
                LOG.log(Level.WARNING, "the queue could not be saved", fault);
                state.act(() -> tellUnsaved(fault));
            }
        }));
    }

    /** Once, until it works again. */
    private void tellUnsaved(Fault fault) {
        if (!toldUnsaved) {
            toldUnsaved = true;
            state.notice(new Notice(Notice.Kind.NOT_SAVED, List.of(), Optional.of(fault)));
        }
    }
}
