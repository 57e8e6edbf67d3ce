package app.partita.jobs;

import java.nio.file.Path;

/** One JSON file a job, in a folder that holds nothing else. */
public final class JobStore {

    /**
     * @param jobs  the folder; created when it is needed
     * @param aside on the same disk: where files are written before they are moved into {@code jobs}, where damaged
     *              ones go, and those of removed jobs as long as that can be undone
     */
    public JobStore(Path jobs, Path aside) {
    }
}
