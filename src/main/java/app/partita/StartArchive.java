package app.partita;

import app.partita.files.Fsync;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Leaves behind, when a window closes, an archive of the classes that it needed, with which the next one starts in
 * about half the time. The launcher asks for it where there is none that is newer than the jars, and lets the JVM list
 * its classes; the JVM checks each time that the archive fits, and starts without it if not.
 *
 * <p>It is a CDS archive and no AOT cache: as long as the Vector API is incubating, a cache holds no lambdas, and the
 * window starts later with it.
 */
final class StartArchive {

    /** The property that names the archive that is wanted. */
    static final String WANTED = "partita.archive";

    private static final Logger LOG = System.getLogger(StartArchive.class.getName());
    private static final String LISTING = "-XX:DumpLoadedClassList=";
    private static final long PATIENCE_SECONDS = 120;

    private final Path archive;
    private final Path part;
    private final Path classes;
    private final List<String> command;

    /**
     * @param archive   the file to be made
     * @param java      the program
     * @param options   of this JVM, the list of classes among them; the archive fits JVMs with the same only
     * @param classPath of this JVM
     */
    StartArchive(Path archive, Path java, List<String> options, String classPath) {
        this.archive = archive;
        this.part = archive.resolveSibling(archive.getFileName() + ".part");
        this.classes = options.stream().filter(option -> option.startsWith(LISTING))
                .map(option -> Path.of(option.substring(LISTING.length()))).findFirst().orElseThrow();
        command = new ArrayList<>(List.of(java.toString()));
        options.stream().filter(option -> !option.startsWith(LISTING)).forEach(command::add);
        command.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + part,
                "-cp", classPath));
    }

    /** The one that the launcher asked for, if it did. */
    static Optional<StartArchive> wanted() {
        return Optional.ofNullable(System.getProperty(WANTED)).map(archive -> new StartArchive(Path.of(archive),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(), System.getProperty("java.class.path")));
    }

    /** Makes it, in some seconds; if that fails, the next window may try. */
    void make() {
        try {
            Process dump = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                if (dump.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && dump.exitValue() == 0) {
                    // A JVM trusts an archive whose header is sound, whatever a loss of power left of the rest.
                    Fsync.file(part);
                    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                } else {
                    LOG.log(Level.INFO, "no archive of classes was made by {0}", command);
                }
            } finally {
                dump.destroyForcibly();
                Files.deleteIfExists(part);
                Files.deleteIfExists(classes);
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "no archive of classes was made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
