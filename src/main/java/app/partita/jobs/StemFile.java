package app.partita.jobs;

import app.partita.stems.StemKind;
import java.util.Optional;

/**
 * One finished stem.
 *
 * @param name   the file's name within the job's folder
 * @param sha256 of its bytes, in hexadecimal digits; empty if nobody counted
 */
public record StemFile(StemKind stem, String name, Optional<String> sha256) {}
