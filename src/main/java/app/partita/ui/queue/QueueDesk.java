package app.partita.ui.queue;

import app.partita.fault.Fault;
import app.partita.jobs.Duplicates;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobSettings;
import app.partita.jobs.SongWalker;
import app.partita.jobs.host.Trash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Hands a person's wishes to the queue, away from the thread that draws, and asks back where that is needed. */
public final class QueueDesk implements QueueCommands {

    private static final int FIRST_PORTION = 1;

    private final JobQueue queue;
    private final SongWalker walker;
    private final Supplier<JobSettings> settings;
    private final Trash trash;
    private final Executor walks;
    private final Executor orders;
    private final QueueTalk talk;

    /**
     * @param settings for songs that are added now
     * @param walks    where folders are walked
     * @param orders   where the queue is told, one thing after another
     */
    public QueueDesk(JobQueue queue, SongWalker walker, Supplier<JobSettings> settings, Trash trash, Executor walks,
                     Executor orders, QueueTalk talk) {
        this.queue = queue;
        this.walker = walker;
        this.settings = settings;
        this.trash = trash;
        this.walks = walks;
        this.orders = orders;
        this.talk = talk;
    }

    @Override
    public void add(List<Path> filesAndFolders) {
        walks.execute(() -> walk(List.copyOf(filesAndFolders)));
    }

    private void walk(List<Path> given) {
        AtomicBoolean stopped = new AtomicBoolean();
        SongWalker.Found found;
        try {
            found = walker.walk(given, songs -> talk.counting(songs, () -> stopped.set(true)), stopped::get);
        } catch (CancellationException asked) {
            talk.counted();
            return;
        }
        talk.counted();
        found.notices().forEach(talk::notice);
        if (found.many()) {
            talk.askMany(found.songs().size(), () -> add(found.songs(), Duplicates.ASK));
        } else if (!found.songs().isEmpty()) {
            add(found.songs(), Duplicates.ASK);
        } else if (found.notices().isEmpty()) {
            talk.nothingFound();
        }
    }

    @Override
    public void add(List<Path> songs, Duplicates rule) {
        talk.passed();
        orders.execute(() -> {
            List<Path> duplicates = addInPortions(songs.stream().distinct().toList(), rule);
            if (!duplicates.isEmpty()) {
                List<String> names = duplicates.stream().map(Path::toString).toList();
                talk.askDuplicates(names, () -> add(duplicates, Duplicates.AGAIN));
            }
        });
    }

    /** Ever more at a time, so that the first row is there at once, however many there will be. */
    private List<Path> addInPortions(List<Path> songs, Duplicates rule) {
        JobSettings now = settings.get();
        List<Path> duplicates = new ArrayList<>();
        int from = 0;
        for (int to = FIRST_PORTION; from < songs.size(); to *= 2) {
            List<Path> next = songs.subList(from, Math.min(to, songs.size()));
            duplicates.addAll(queue.add(next, now, rule).duplicates());
            from = to;
        }
        return duplicates;
    }

    @Override
    public void cancel(Collection<String> ids) {
        orders.execute(() -> {
            queue.cancel(ids);
            talk.undoable("undo.cancelled", ids.size(), this::undo);
        });
    }

    @Override
    public void remove(Collection<String> ids) {
        orders.execute(() -> {
            queue.remove(ids);
            talk.undoable("undo.removed", ids.size(), this::undo);
        });
    }

    @Override
    public void retry(Collection<String> ids) {
        talk.passed();
        orders.execute(() -> queue.retry(ids));
    }

    @Override
    public void undo() {
        orders.execute(() -> {
            queue.undo();
            talk.passed();
        });
    }

    @Override
    public void move(List<String> ids, int toIndex) {
        talk.passed();
        orders.execute(() -> queue.move(ids, toIndex));
    }

    @Override
    public void pause() {
        orders.execute(queue::pause);
    }

    @Override
    public void resume() {
        orders.execute(queue::resume);
    }

    @Override
    public void relocate(String id, Path folder) {
        talk.passed();
        orders.execute(() -> attempt(() -> queue.relocate(id, folder)));
    }

    @Override
    public void deleteStems(Collection<String> ids) {
        talk.passed();
        orders.execute(() -> attempt(() -> queue.deleteStems(ids, trash)));
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (Fault fault) {
            talk.fault(fault);
        }
    }

    @FunctionalInterface
    private interface Attempt {

        void run() throws Fault;
    }
}
