package app.partita.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The launcher in a folder of its own, whose system folders, home and PATH hold nothing but what a test puts there.
 * Its Javas are scripts that tell how they were called.
 */
final class LauncherBench {

    static final int EXIT_OF_JAVA = 37;

    private static final Path LAUNCHER = Path.of("packaging/bin/partita");

    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "VERSION" 2026-01-01' >&2
                exit 0
            fi
            printf '%s\\n' "$0" "$$" "${LC_ALL-unset}" "$@"
            exit EXIT
            """;

    private final Path root;
    private final Path script;

    LauncherBench(Path folder) throws IOException {
        root = folder.toRealPath();
        script = folder("app dir/bin").resolve("partita");
        Files.writeString(script, Files.readString(LAUNCHER)
                .replaceAll("(?m)(?<= )(?=/(usr|opt|Library)/\\S*\\*)", root + "/system"));
        makeExecutable(script);
        folder("home of me");
        for (String tool : List.of("readlink", "dirname", "sed", "head", "cat")) {
            Path wrapper = tools().resolve(tool);
            Files.writeString(wrapper, "#!/bin/sh\nexec " + installed(tool) + " \"$@\"\n");
            makeExecutable(wrapper);
        }
    }

    /** A Java of that version in that folder, with its release file. */
    Path java(String folder, String version) throws IOException {
        Path home = folder(folder);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path program = folder(folder + "/bin").resolve("java");
        Files.writeString(program, JAVA.replace("VERSION", version).replace("EXIT", Integer.toString(EXIT_OF_JAVA)));
        makeExecutable(program);
        return home;
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    /** The one folder of the PATH. */
    Path tools() throws IOException {
        return folder("tools");
    }

    Path jar() {
        return root.resolve("app dir/lib/partita.jar");
    }

    Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return runAs(script, environment, arguments);
    }

    Run runAs(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("HOME", root.resolve("home of me").toString());
        builder.environment().putAll(environment);
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The launcher hangs: " + Files.readString(err));
        }
        return new Run(process.pid(), process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private static Path installed(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return Path.of(folder, tool);
            }
        }
        throw new AssertionError(tool + " is not on the PATH");
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** How a launch ended, and what the Java it chose was told. */
    record Run(long pid, int exit, String out, String err) {

        Path java() {
            return Path.of(lines().getFirst());
        }

        long javaPid() {
            return Long.parseLong(lines().get(1));
        }

        String lcAll() {
            return lines().get(2);
        }

        List<String> arguments() {
            return lines().subList(3, lines().size());
        }

        private List<String> lines() {
            if (exit != EXIT_OF_JAVA) {
                throw new AssertionError("No fake Java was started, exit " + exit + ": " + err);
            }
            return out.lines().toList();
        }
    }
}
