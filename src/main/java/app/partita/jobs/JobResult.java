package app.partita.jobs;

import java.util.List;
import java.util.Optional;

/**
 * What a completed job made.
 *
 * @param songSha256 of the song's bytes, in hexadecimal digits; empty if nobody counted
 * @param stems      the files, in the network's order
 */
public record JobResult(Optional<String> songSha256, List<StemFile> stems) {

    public JobResult {
        stems = List.copyOf(stems);
    }
}
