package app.partita.jobs;

import app.partita.files.WholeFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * Jobs whose stems are about to appear, each written down as it will be when it is completed. If the program is killed
 * after the stems are in place and before the job's own file says so, the next start knows them for what they are, and
 * does not make them once more. Safe for use by several threads, each with jobs of its own.
 */
public final class AnnouncedJobs {

    private static final Logger LOG = System.getLogger(AnnouncedJobs.class.getName());
    private static final String ENDING = ".json";

    private final Path folder;
    private final JobJson json = new JobJson();

    /** @param folder holds nothing else; created when it is needed */
    AnnouncedJobs(Path folder) {
        this.folder = folder;
    }

    /** Writes down a job that is completed as soon as its stems are in place. Without that, it only runs again. */
    public void announce(Job completed) {
        try {
            WholeFile.write(file(completed.id()), json.write(completed));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "job " + completed.id() + " could not be announced", e);
        }
    }

    /** A job that is not over as its file has it, completed if its stems are in place as they were announced. */
    Optional<Job> completed(Job waiting) {
        Path file = file(waiting.id());
        if (waiting.newer() || waiting.state().isOver() || Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            Job announced = json.read(waiting.id(), Files.readAllBytes(file));
            boolean inPlace = announced.run().result().stream()
                    .anyMatch(made -> Checksums.confirm(made, announced.folder()));
            return inPlace ? Optional.of(merged(waiting, announced)) : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the announcement " + file + " cannot be read", e);
            return Optional.empty();
        }
    }

    private static Job merged(Job waiting, Job announced) {
        Job merged = waiting.in(announced.folder()).with(announced.run());
        return announced.facts().isPresent() ? merged.with(announced.facts().get()) : merged;
    }

    /** The files of these jobs say themselves how they are. */
    void forget(Collection<Job> saved) {
        saved.stream().filter(job -> job.state().isOver()).forEach(job -> delete(file(job.id())));
    }

    /** Nothing is announced any more. */
    void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(AnnouncedJobs::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "stays until the next start: " + file, e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }
}
