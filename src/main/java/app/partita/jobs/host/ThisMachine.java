package app.partita.jobs.host;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The computer and the Java on which this program runs, for those who look for a fault. */
public final class ThisMachine {

    private static final Logger LOG = System.getLogger(ThisMachine.class.getName());
    private static final long MIB = 1L << 20;

    private final Map<String, String> environment;
    private final Path processors;

    public ThisMachine(Map<String, String> environment) {
        this(environment, Path.of("/proc/cpuinfo"));
    }

    /** @param processors where Linux tells what they are */
    ThisMachine(Map<String, String> environment, Path processors) {
        this.environment = environment;
        this.processors = processors;
    }

    /**
     * One line, which names no person and no folder.
     *
     * @param version of this program
     * @param vectors the instruction set that its engine uses
     */
    public String with(String version, String vectors) {
        Runtime runtime = Runtime.getRuntime();
        return "Partita %s, Java %s (%s), %s %s %s, %d × %s (%s), heap of up to %d MiB".formatted(version,
                Runtime.version(), System.getProperty("java.vendor"), System.getProperty("os.name"),
                System.getProperty("os.version"), System.getProperty("os.arch"), runtime.availableProcessors(),
                processor(), vectors, runtime.maxMemory() / MIB);
    }

    private String processor() {
        return onLinux().or(() -> Optional.ofNullable(environment.get("PROCESSOR_IDENTIFIER")))
                .orElse("processor");
    }

    private Optional<String> onLinux() {
        if (!Files.isReadable(processors)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(processors)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the processor does not tell its name", e);
            return Optional.empty();
        }
    }
}
