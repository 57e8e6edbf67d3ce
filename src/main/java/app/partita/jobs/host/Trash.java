package app.partita.jobs.host;

import app.partita.fault.Fault;
import java.nio.file.Path;

/** Where files go from which a person can still take them back. */
@FunctionalInterface
public interface Trash {

    /**
     * Moves a file or a folder with all that is in it there.
     *
     * @throws Fault if that is not possible; it is where it was then
     */
    void discard(Path fileOrFolder) throws Fault;
}
