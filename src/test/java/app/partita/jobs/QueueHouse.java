package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.files.PendingFile;
import app.partita.jobs.host.Wakefulness;
import app.partita.testkit.FakeClock;
import app.partita.testkit.FakeScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A queue in a folder of a test, with all that it works with; it can be killed and started again. */
final class QueueHouse implements AutoCloseable {

    /** A file of the length that its probe tells is not smaller. */
    private static final String PADDING = " ".repeat(10_000);

    final Path home;
    final Path music;
    final FakeClock clock = new FakeClock();
    final FakeScheduler scheduler = new FakeScheduler();
    final Heard heard = new Heard();
    final List<String> writes = new ArrayList<>();
    int holds;
    boolean diskFull;
    boolean canProbe = true;
    Consumer<BooleanSupplier> whileProbing = cancelled -> { };
    SteppedRuns runs;
    JobQueue queue;
    private JobStore store;
    private boolean[] dead = new boolean[1];

    QueueHouse(Path folder) {
        try {
            home = folder.resolve("home");
            music = Files.createDirectories(folder.resolve("music"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the program; what one before left is there. */
    QueueHouse start() throws Fault {
        heard.forget();
        holds = 0;
        runs = new SteppedRuns(clock);
        open(runs, runs);
        queue.restore();
        return this;
    }

    /** As {@link #start}, without bringing anything back yet. */
    void open(JobLauncher launcher, JobWork work) {
        boolean[] killed = new boolean[1];
        dead = killed;
        Executor here = task -> {
            if (!killed[0]) {
                task.run();
            }
        };
        store = new JobStore(jobs(), home.resolve("jobs-aside"), new Writer());
        Wakefulness awake = () -> {
            holds++;
            return () -> holds--;
        };
        queue = new JobQueue(new QueueParts(store, new QueueOrderStore(home.resolve("queue.json"), scheduler), launcher,
                work, new JobPlanner(clock), this::probe, awake, home.resolve("work"), here, here, clock));
        queue.listen(heard);
    }

    /** Ends the program as a loss of power does: what is not written is gone. */
    void kill() {
        dead[0] = true;
        store.close();
    }

    QueueHouse restart() throws Fault {
        scheduler.elapse();
        kill();
        return start();
    }

    Path jobs() {
        return home.resolve("jobs");
    }

    /** Counts what is written, and does not wait for a disk that no test takes the power from. */
    private final class Writer implements JobStore.Writer {

        @Override
        public PendingFile write(Path file, byte[] content, Path by) throws IOException {
            if (diskFull) {
                throw new IOException("No space left on device");
            }
            return PendingFile.write(file, content, by);
        }

        @Override
        public void commit(PendingFile pending) throws IOException {
            Files.move(pending.part(), pending.file(), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            writes.add(pending.file().getFileName().toString());
        }
    }

    private SongInfo probe(Path song, BooleanSupplier cancelled) throws Fault {
        whileProbing.accept(cancelled);
        if (!canProbe || Files.notExists(song)) {
            throw new Fault(song + " is no sound.", "Choose another.");
        }
        String title = song.getFileName().toString().replace(".wav", "");
        return new SongInfo(song, "pcm", 44_100, 2, "stereo", OptionalLong.empty(), OptionalDouble.of(100),
                SongTags.of(Map.of("title", title)), false, List.of());
    }

    Path song(String name) {
        try {
            Path song = music.resolve(name + ".wav");
            return Files.exists(song) ? song : Files.writeString(song, name + PADDING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds songs of these names; gives their ids. */
    List<String> add(String... names) {
        return queue.add(Arrays.stream(names).map(this::song).toList(), JobSettings.DEFAULT, Duplicates.AGAIN)
                .added().stream().map(Job::id).toList();
    }

    Job job(String id) {
        return queue.job(id).orElseThrow();
    }

    JobState state(String id) {
        return job(id).state();
    }

    /** The names of the rows and where they stand, such as {@code a RUNNING}. */
    List<String> rows() {
        return queue.jobs().stream().map(job -> job.name().replace(".wav", "") + " " + job.state()).toList();
    }

    @Override
    public void close() {
        kill();
    }

    /** What a listener was told, and the rows as it would show them. */
    static final class Heard implements QueueListener {

        final List<Job> changes = new ArrayList<>();
        final List<Notice> notices = new ArrayList<>();
        final List<Batch> batches = new ArrayList<>();
        private List<Job> shown = List.of();
        int structures;

        void forget() {
            changes.clear();
            notices.clear();
            batches.clear();
            shown = List.of();
            structures = 0;
        }

        List<Job> shown() {
            return shown;
        }

        Batch batch() {
            return batches.getLast();
        }

        Optional<Notice> notice(Notice.Kind kind) {
            return notices.stream().filter(notice -> notice.kind() == kind).findFirst();
        }

        @Override
        public void changed(Job job) {
            changes.add(job);
            shown = shown.stream().map(row -> row.id().equals(job.id()) ? job : row).toList();
        }

        @Override
        public void structure(List<Job> all) {
            structures++;
            shown = all;
        }

        @Override
        public void batch(Batch batch) {
            batches.add(batch);
        }

        @Override
        public void notice(Notice notice) {
            notices.add(notice);
        }
    }
}
