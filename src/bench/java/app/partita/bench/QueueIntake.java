package app.partita.bench;

import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import app.partita.jobs.Batch;
import app.partita.jobs.Duplicates;
import app.partita.jobs.Job;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobStore;
import app.partita.jobs.Notice;
import app.partita.jobs.QueueListener;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.host.Wakefulness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * How long songs that are dropped all at once take to become rows, and to become files of jobs.
 *
 * <p>Each round is a queue of its own in a new folder; the first one is what a person sees who drops them right after
 * the start. Arguments: a folder on the disk that is to be measured, songs a round, rounds.
 */
final class QueueIntake {

    private final Path folder;
    private final int count;

    private QueueIntake(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int songs = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        System.out.println("round  rows ms  add returned ms  files ms");
        for (int round = 1; round <= rounds; round++) {
            Path own = Files.createTempDirectory(folder, "intake-");
            new QueueIntake(own, songs).measure(round);
        }
    }

    private void measure(int round) throws Exception {
        List<Path> songs = songs();
        try (ExecutorService disk = Executors.newSingleThreadExecutor();
             ExecutorService background = Executors.newSingleThreadExecutor();
             ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
             JobQueue queue = new JobQueue(new QueueParts(
                     new JobStore(folder.resolve("jobs"), folder.resolve("aside")),
                     new QueueOrderStore(folder.resolve("queue.json"), later), (job, run) -> { },
                     (job, listener, control) -> job, new JobPlanner(InstantSource.system()), QueueIntake::probe,
                     Wakefulness.NONE, folder, disk, background, InstantSource.system()))) {
            queue.pause();
            queue.restore();
            Rows rows = new Rows();
            queue.listen(rows);
            long began = System.nanoTime();
            queue.add(songs, JobSettings.DEFAULT, Duplicates.ASK);
            long returned = System.nanoTime();
            disk.submit(() -> { }).get();
            long written = System.nanoTime();
            check();
            System.out.printf(Locale.ROOT, "%5d  %7.1f  %15.1f  %8.1f%n", round, millis(rows.shown - began),
                    millis(returned - began), millis(written - began));
        }
    }

    private List<Path> songs() throws IOException {
        Path music = Files.createDirectory(folder.resolve("music"));
        List<Path> songs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            songs.add(Files.writeString(music.resolve("Artist - A song of some length " + i + ".mp3"), "song " + i));
        }
        return songs;
    }

    private void check() throws IOException {
        try (var files = Files.list(folder.resolve("jobs"))) {
            if (files.count() != count) {
                throw new IOException("not all jobs are there");
            }
        }
    }

    private static SongInfo probe(Path song, BooleanSupplier cancelled) throws Fault {
        throw new Fault(song + " is not asked here.", "");
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private final class Rows implements QueueListener {

        private long shown;

        @Override
        public void structure(List<Job> all) {
            if (all.size() == count) {
                shown = System.nanoTime();
            }
        }

        @Override
        public void changed(Job job) { }

        @Override
        public void batch(Batch batch) { }

        @Override
        public void notice(Notice notice) { }
    }
}
