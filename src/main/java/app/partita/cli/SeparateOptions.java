package app.partita.cli;

import app.partita.audio.OutputFormat;
import app.partita.engine.SeparationOptions;
import app.partita.jobs.JobSettings;
import app.partita.stems.Remainder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how songs are separated. */
final class SeparateOptions {

    @Option(names = {"-o", "--output"}, paramLabel = "DIR",
            description = "Write DIR/<song>/<stem>.<ext>; by default the folder \"<song> - stems\" beside the song.")
    private Path output;

    @Option(names = "--model", paramLabel = "NAME", defaultValue = JobSettings.DEFAULT_MODEL,
            description = "The network (default: ${DEFAULT-VALUE}); see \"partita models list\".")
    private String model;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "wav24", converter = FormatConverter.class,
            completionCandidates = FormatNames.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(names = "--overlap", paramLabel = "PART", defaultValue = "0.25",
            description = "The part of a segment that the next one covers again (default: ${DEFAULT-VALUE}).")
    private double overlap;

    @Option(names = "--shifts", paramLabel = "N", defaultValue = "0",
            description = "Average N runs on the shifted song: slower, a little better (default: ${DEFAULT-VALUE}).")
    private int shifts;

    @Option(names = "--seed", paramLabel = "N", description = "Choose the shifts by this number (default: a fixed one).")
    private Long seed;

    @Option(names = "--raw", description = "Write the network's own output, which does not quite sum to the song.")
    private boolean raw;

    @Option(names = "--force", description = "Replace a folder of stems that is there already.")
    private boolean force;

    /** @throws IllegalArgumentException if a value is out of its range */
    JobSettings settings() {
        long chosenSeed = seed == null ? SeparationOptions.DEFAULT.seed() : seed;
        return new JobSettings(model, format, new SeparationOptions(overlap, shifts, chosenSeed),
                raw ? Remainder.LEFT_OUT : Remainder.SHARED, Optional.ofNullable(output), force);
    }

    private static final class FormatNames extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        FormatNames() {
            super(Arrays.stream(OutputFormat.values()).map(OutputFormat::id).toList());
        }
    }

    private static final class FormatConverter implements ITypeConverter<OutputFormat> {

        @Override
        public OutputFormat convert(String id) {
            try {
                return OutputFormat.of(id);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException("expected one of " + new FormatNames() + " but was '" + id + "'");
            }
        }
    }
}
