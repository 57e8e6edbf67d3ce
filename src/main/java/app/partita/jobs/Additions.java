package app.partita.jobs;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of songs that were to be added.
 *
 * @param added      the new jobs
 * @param duplicates songs that were not added because they are in the queue already: same path, size and time, same
 *                   settings
 */
public record Additions(List<Job> added, List<Path> duplicates) {

    public Additions {
        added = List.copyOf(added);
        duplicates = List.copyOf(duplicates);
    }
}
