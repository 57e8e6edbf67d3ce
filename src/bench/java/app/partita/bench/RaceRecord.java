package app.partita.bench;

import app.partita.ui.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * One race, as a line of the table of all races.
 *
 * @param peak    of one core, in GFLOP/s
 * @param partita the median of {@code runs}
 * @param peer    ONNX Runtime's, likewise
 */
record RaceRecord(String isa, double peak, int threads, int runs, Cost partita, Cost peer) {

    private static final String HEAD =
            "date\tprocessor\tcores\tisa\tpeak GFLOP/s\tthreads\truns\tpartita s\tonnxruntime s\tratio\t"
                    + "partita processor s\tonnxruntime processor s\n";

    /** Appends the line; the file begins with the names of its columns. */
    void addTo(Path table) throws IOException {
        Files.createDirectories(table.toAbsolutePath().getParent());
        String line = String.format(Locale.ROOT, "%s\t%s\t%d\t%s\t%.0f\t%d\t%d\t%.3f\t%.3f\t%.2f\t%.3f\t%.3f%n",
                ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES), Machine.processor(),
                Runtime.getRuntime().availableProcessors(), isa, peak, threads, runs, partita.seconds(), peer.seconds(),
                partita.seconds() / peer.seconds(), partita.processorSeconds(), peer.processorSeconds());
        Files.writeString(table, Files.exists(table) ? line : HEAD + line,
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
