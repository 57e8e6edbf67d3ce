package app.partita.jobs;

import app.partita.fault.Fault;
import app.partita.jobs.host.Wakefulness;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import app.partita.testkit.FakeScheduler;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A queue as the program has it, with the real runner and real files, in a folder of its own. */
public final class RealQueue implements AutoCloseable {

    static final String VERSION = "1.2.3";

    final Path home;
    final QueueHouse.Heard heard = new QueueHouse.Heard();
    final JobQueue queue;
    private final NetworkShelf shelf;
    private final SongSeparation separation;
    private final ExecutorService disk = Executors.newSingleThreadExecutor();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Semaphore over = new Semaphore(0);

    public RealQueue(Path home, NetworkLoader loader) {
        this(home, new NetworkShelf(loader));
    }

    RealQueue(Path home, NetworkShelf shelf) {
        this(home, shelf, new JobStore(home.resolve("jobs"), home.resolve("aside")));
    }

    private RealQueue(Path home, NetworkShelf shelf, JobStore store) {
        this(home, shelf, store, store.announced()::announce);
    }

    RealQueue(Path home, NetworkShelf shelf, JobStore store, Consumer<Job> announce) {
        this.home = home;
        this.shelf = shelf;
        WorkFolders work = new WorkFolders(home.resolve("work"));
        work.removeStale();
        separation = new SongSeparation(TestAudio.files(), work, shelf, new StemShelf(), MusicEar::new);
        JobRunner runner = new JobRunner(separation,
                InstantSource.system(), Checksums.SHA256, VERSION, announce);
        queue = new JobQueue(new QueueParts(store,
                new QueueOrderStore(home.resolve("queue.json"), new FakeScheduler()),
                (job, run) -> Thread.ofPlatform().start(run), runner, new JobPlanner(InstantSource.system()),
                TestAudio.files()::probe, Wakefulness.NONE, work.root(), disk, background, InstantSource.system()));
        queue.listen(heard);
        queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                if (job.state().isOver()) {
                    over.release();
                }
            }
        });
    }

    /** With the jobs of before. */
    public RealQueue restored() throws Fault {
        queue.restore();
        return this;
    }

    public List<Job> add(Path... songs) {
        return queue.add(List.of(songs), JobSettings.DEFAULT, Duplicates.ASK).added();
    }

    /** Does something once, as soon as a job is so far, on the thread that tells it. */
    void at(int percent, Consumer<Job> action) {
        queue.listen(new QueueListener() {
            private boolean done;

            @Override
            public void changed(Job job) {
                if (!done && job.progress().percent() >= percent) {
                    done = true;
                    action.accept(job);
                }
            }
        });
    }

    /** Waits until the disks were asked for their room. */
    void awaitSurveyed() throws Exception {
        background.submit(() -> { }).get();
    }

    /** Waits until that many more jobs were told to be over. */
    public void awaitOver(int jobs) throws InterruptedException {
        if (!over.tryAcquire(jobs, 120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not over: " + queue.jobs());
        }
    }

    /** Whether one more job was told to be over within this time. */
    boolean overWithin(Duration time) throws InterruptedException {
        return over.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until all is on the disk that was to be written so far. */
    public void awaitWritten() throws Exception {
        queue.written().get();
    }

    /** Waits until nothing works any more for songs that were left to themselves. */
    void awaitLeft() {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        if (!separation.awaitLeft(() -> System.nanoTime() - latest > 0)) {
            throw new IllegalStateException("somebody still works for a song that was left");
        }
    }

    Path jobs() {
        return home.resolve("jobs");
    }

    /** Stops, and waits until all is written. */
    @Override
    public void close() {
        queue.close();
        awaitLeft();
        shelf.close();
        disk.shutdown();
        background.shutdown();
    }
}
