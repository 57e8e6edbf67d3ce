package app.partita.jobs;

import java.util.List;
import java.util.Optional;

/**
 * What a completed job made.
 *
 * @param songSha256 of the song's bytes, in hexadecimal digits; empty if nobody counted
 * @param stems      the files, in the network's order
 * @param findings   tempo and key of the song
 */
public record JobResult(Optional<String> songSha256, List<StemFile> stems, Findings findings) {

    public JobResult {
        stems = List.copyOf(stems);
    }

    /** One of a song that nobody heard. */
    public JobResult(Optional<String> songSha256, List<StemFile> stems) {
        this(songSha256, stems, Findings.NONE);
    }

    /** The same of a song about which that was found out. */
    JobResult with(Findings found) {
        return new JobResult(songSha256, stems, found);
    }
}
