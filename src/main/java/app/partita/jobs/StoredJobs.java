package app.partita.jobs;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found in the folder of the jobs.
 *
 * @param jobs     all that could be understood, in the order of their ranks
 * @param setAside where the files are now that could not be understood
 * @param newer    files that a newer version wrote
 * @param unread   files that could not even be read, or not be put aside
 */
record StoredJobs(List<Job> jobs, List<Path> setAside, List<Path> newer, List<Path> unread) {

    StoredJobs {
        jobs = List.copyOf(jobs);
        setAside = List.copyOf(setAside);
        newer = List.copyOf(newer);
        unread = List.copyOf(unread);
    }
}
