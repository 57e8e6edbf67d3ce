package app.partita.ui.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lets a person choose files; waits for the answer. */
public interface FileChoosers {

    /** Songs; none if nothing was chosen. */
    List<Path> songs();

    Optional<Path> folder(String title);

    Optional<Path> file(String title);

    /**
     * A file to be written; one that is there is chosen only if it may be replaced.
     *
     * @param proposed its folder need not exist
     */
    Optional<Path> save(String title, Path proposed);
}
