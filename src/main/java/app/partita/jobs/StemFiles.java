package app.partita.jobs;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.jobs.host.Trash;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person does to the files of completed jobs. Works on files, without the lock. */
final class StemFiles {

    private final QueueState state;
    private final QueueFiles files;

    StemFiles(QueueState state, QueueFiles files) {
        this.state = state;
        this.files = files;
    }

    void relocate(String id, Path folder) throws Fault {
        Path there = folder.toAbsolutePath().normalize();
        Job job = state.ask(() -> state.table.get(id)).filter(found -> found.state() == JobState.COMPLETED)
                .orElseThrow(() -> new Fault("The song is not separated yet.", "Wait until it is."));
        if (!QueueFiles.hasStems(job, there)) {
            throw FaultKind.STEMS_NOT_THERE.fault(job.name(), there);
        }
        state.act(() -> {
            state.change(id, now -> now.in(there).lost(false));
            files.relocated(id, there);
        });
    }

    void delete(Collection<String> ids, Trash trash) throws Fault {
        Optional<Fault> first = Optional.empty();
        for (String id : ids) {
            Optional<Job> job = state.ask(() -> state.table.get(id))
                    .filter(found -> found.run().result().isPresent() && !found.newer());
            try {
                if (job.isPresent()) {
                    discard(job.get(), trash);
                }
            } catch (Fault fault) {
                first = first.or(() -> Optional.of(fault));
            }
            job.map(QueueFiles::isLost).ifPresent(lost ->
                    state.act(() -> state.change(id, now -> now.lost(lost))));
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }

    /** The whole folder if nothing else is in it: a person may have put a project or notes beside the stems. */
    private static void discard(Job job, Trash trash) throws Fault {
        List<Path> stems = job.run().result().orElseThrow().stems().stream()
                .map(stem -> job.folder().resolve(stem.name())).filter(Files::isRegularFile).toList();
        if (stems.isEmpty()) {
            return;
        }
        if (holdsOnly(job.folder(), stems)) {
            trash.discard(job.folder());
            return;
        }
        for (Path stem : stems) {
            trash.discard(stem);
        }
    }

    private static boolean holdsOnly(Path folder, List<Path> stems) throws Fault {
        Set<Path> others = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(others::add);
        } catch (IOException e) {
            throw new Fault(folder + " cannot be read.", "Check whether its disk is connected.", e);
        }
        stems.forEach(others::remove);
        return others.isEmpty();
    }
}
