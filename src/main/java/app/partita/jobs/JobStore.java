package app.partita.jobs;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.files.Fsync;
import app.partita.files.PendingFile;
import app.partita.files.WholeFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One JSON file a job, in a folder that holds nothing else. Written only when a job is queued, completed or failed, or
 * when a person cancels, removes or brings one back. For use by one thread at a time.
 */
public final class JobStore implements AutoCloseable {

    /** How files are written and put in their places. */
    @FunctionalInterface
    interface Writer {

        PendingFile write(Path file, byte[] content, Path by) throws IOException;

        default void commit(PendingFile pending) throws IOException {
            pending.commit();
        }
    }

    private static final Logger LOG = System.getLogger(JobStore.class.getName());
    private static final String ENDING = ".json";

    private final Path jobs;
    private final Path writing;
    private final Path damaged;
    private final Path removed;
    private final AnnouncedJobs announced;
    private final Path lockFile;
    private final Writer writer;
    private final JobJson json = new JobJson();
    private FileChannel lock;

    /**
     * @param jobs  the folder; created when it is needed
     * @param aside on the same disk: where files are written before they are moved into {@code jobs}, where damaged
     *              ones go, and those of removed jobs as long as that can be undone
     */
    public JobStore(Path jobs, Path aside) {
        this(jobs, aside, PendingFile::write);
    }

    JobStore(Path jobs, Path aside, Writer writer) {
        this.jobs = jobs;
        this.writing = aside.resolve("writing");
        this.damaged = aside.resolve("damaged");
        this.removed = aside.resolve("removed");
        this.announced = new AnnouncedJobs(aside.resolve("announced"));
        this.lockFile = aside.resolve("in-use");
        this.writer = writer;
    }

    /**
     * Reads all jobs, once, and keeps other processes from doing so until this is closed. Damaged files are put aside,
     * none is deleted.
     *
     * @throws Fault if the folder cannot be read, or another process has it
     */
    StoredJobs load() throws Fault {
        List<Job> found = new ArrayList<>();
        List<Path> setAside = new ArrayList<>();
        List<Path> newer = new ArrayList<>();
        List<Path> unread = new ArrayList<>();
        try {
            open();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(jobs, "*" + ENDING)) {
                for (Path file : files) {
                    load(file, found, setAside, newer, unread);
                }
            }
        } catch (Fault fault) {
            throw fault;
        } catch (IOException e) {
            throw FaultKind.QUEUE_NOT_KEPT.because(e, jobs);
        }
        takeInAnnounced(found);
        found.sort(Comparator.comparingLong(Job::rank).thenComparing(Job::created).thenComparing(Job::id));
        return new StoredJobs(found, setAside, newer, unread);
    }

    private void load(Path file, List<Job> found, List<Path> setAside, List<Path> newer, List<Path> unread) {
        try {
            Job job = json.read(id(file), Files.readAllBytes(file));
            found.add(job);
            if (job.newer()) {
                newer.add(file);
            }
        } catch (DamagedFile why) {
            LOG.log(Level.WARNING, "the job file " + file + " is damaged", why);
            try {
                setAside.add(WholeFile.setAside(file, damaged));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the damaged job file " + file + " stays where it is", e);
                unread.add(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the job file " + file + " cannot be read", e);
            unread.add(file);
        }
    }

    /**
     * Writes jobs, each whole; those of a newer version are left as they are. All are written before the first takes
     * its place, for which the disk must have taken it: however many there are, soon none is lost if the program is
     * killed, and in the end none by a loss of power.
     *
     * @throws Fault if one could not be written; the others are
     */
    void save(Collection<Job> changed) throws Fault {
        Optional<Fault> failure = Optional.empty();
        List<PendingFile> pending = new ArrayList<>();
        for (Job job : changed) {
            if (job.newer()) {
                LOG.log(Level.WARNING, "job {0} belongs to a newer version and is not written", job.id());
                continue;
            }
            try {
                pending.add(writer.write(file(job.id()), json.write(job), writing));
            } catch (IOException e) {
                failure = Optional.of(notSaved(file(job.id()), e));
            }
        }
        for (PendingFile each : pending) {
            try (each) {
                writer.commit(each);
            } catch (IOException e) {
                failure = Optional.of(notSaved(each.file(), e));
            }
        }
        finish(failure);
        announced.forget(changed);
    }

    /** Jobs that are about to be completed; told of by those who run them, on their own threads. */
    public AnnouncedJobs announced() {
        return announced;
    }

    /** Jobs that a killed program had completed without being able to say so. */
    private void takeInAnnounced(List<Job> found) throws Fault {
        List<Job> completed = found.stream().flatMap(job -> announced.completed(job).stream()).toList();
        completed.forEach(job -> found.replaceAll(old -> old.id().equals(job.id()) ? job : old));
        save(completed);
        try {
            announced.clear();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "announcements that are over stay where they are", e);
        }
    }

    /** Takes the files of jobs away; {@link #restore} brings them back until the next start. */
    void remove(Collection<String> ids) throws Fault {
        move(ids, jobs, removed);
    }

    /** Brings back the files of removed jobs. */
    void restore(Collection<String> ids) throws Fault {
        move(ids, removed, jobs);
    }

    private void move(Collection<String> ids, Path from, Path to) throws Fault {
        Optional<Fault> failure = Optional.empty();
        for (String id : ids) {
            try {
                Files.move(from.resolve(id + ENDING), to.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException neverSaved) {
                LOG.log(Level.DEBUG, "there is no file of job {0} in {1}", id, from);
            } catch (IOException e) {
                failure = Optional.of(notSaved(from.resolve(id + ENDING), e));
            }
        }
        finish(failure);
    }

    /** Makes the changes last; then tells what failed, if something did. */
    private void finish(Optional<Fault> failure) throws Fault {
        try {
            Fsync.folder(jobs);
        } catch (IOException e) {
            throw notSaved(jobs, e);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private Path file(String id) {
        return jobs.resolve(id + ENDING);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.max(0, name.length() - ENDING.length()));
    }

    private static Fault notSaved(Path file, IOException why) {
        return FaultKind.JOB_NOT_SAVED.because(why, file);
    }

    private void open() throws IOException {
        Fsync.createFolders(jobs);
        Fsync.createFolders(writing);
        Fsync.createFolders(removed);
        lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked()) {
            close();
            throw FaultKind.QUEUE_IN_USE.fault();
        }
        takeInPending();
        empty(writing);
        empty(removed);
    }

    /** New jobs that a killed program had written, but not yet put in their places. */
    private void takeInPending() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(writing)) {
            for (Path part : parts) {
                Optional<PendingFile> left = PendingFile.left(part, jobs)
                        .filter(found -> Files.notExists(found.file()));
                if (left.isPresent() && isWhole(left.get())) {
                    left.get().commit();
                }
            }
        }
    }

    private boolean isWhole(PendingFile pending) {
        try {
            json.read(id(pending.file()), Files.readAllBytes(pending.part()));
            return true;
        } catch (IOException cutShort) {
            LOG.log(Level.INFO, "what a killed program left was not written to its end: " + pending.part(), cutShort);
            return false;
        }
    }

    private boolean locked() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Lets other processes have the folder. */
    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the lock " + lockFile + " could not be given back", e);
        }
    }
}
