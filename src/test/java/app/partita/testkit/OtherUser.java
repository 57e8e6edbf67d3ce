package app.partita.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Somebody whom permissions bind, as they bind everybody but root. Becoming somebody else is for root on Linux: for
 * anybody else the test is skipped, and says so.
 */
public final class OtherUser {

    private static final List<String> BECOME = List.of("setpriv", "--reuid=nobody", "--regid=nogroup",
            "--clear-groups");

    private final Path folder;
    private final List<String> classPath;

    /** @param folder opened to everybody, for what the other user cannot reach where it is */
    public OtherUser(Path folder) throws IOException {
        Assumptions.assumeTrue(Volume.isRoot()
                && System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
                "becoming another user needs root on Linux");
        this.folder = folder;
        open(folder);
        Path program = Files.createDirectory(folder.resolve("program"));
        open(program);
        List<Path> here = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(Files::exists).toList();
        classPath = new ArrayList<>();
        for (Path part : here) {
            classPath.add(copied(part, program.resolve(classPath.size() + "-" + part.getFileName())).toString());
        }
    }

    /** A main class as a process of that user, which works in the folder. */
    public ProcessBuilder process(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(BECOME);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", String.join(File.pathSeparator, classPath), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    /** Everybody may do everything there. */
    public static void open(Path path) throws IOException {
        allow(path, "rwxrwxrwx");
    }

    /** From now on permitted so, such as {@code r-xr-xr-x}. */
    public static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(each -> {
                try {
                    Path copy = Files.copy(each, to.resolve(from.relativize(each).toString()));
                    allow(copy, "rwxr-xr-x");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return to;
    }
}
