package app.partita.models;

import app.partita.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** The npm program, if it is installed: found on the path of the given environment, run as a child process. */
final class NpmClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 200;
    private static final int LONGEST_COMPLAINT = 200;

    private final Map<String, String> environment;

    NpmClient(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Has npm put the packed package into {@code folder}, where it also keeps its cache for the time being. */
    void pack(String packageName, Path folder, LongConsumer bytes, BooleanSupplier cancelled) throws IOException {
        Path program = find().orElseThrow(() -> new Fault("npm is not installed", "Install Node.js."));
        Path complaints = folder.resolve("complaints.txt");
        // Scripts of the package are never run; its own cache folder shows how far the download is.
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "pack", packageName,
                "--pack-destination", folder.toString(), "--cache", folder.resolve("cache").toString(),
                "--ignore-scripts", "--loglevel=error", "--no-update-notifier");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(complaints.toFile());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            await(process, folder, bytes, cancelled);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new Fault("npm could not fetch " + packageName + " (" + complaint(complaints) + ")",
                    "Check the network connection and npm's settings.");
        }
    }

    private static void await(Process process, Path folder, LongConsumer bytes, BooleanSupplier cancelled)
            throws IOException {
        long size = 0;
        long lastMove = System.nanoTime();
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                long now = TemporaryFolder.size(folder);
                if (now != size) {
                    size = now;
                    lastMove = System.nanoTime();
                    bytes.accept(size);
                } else if (System.nanoTime() - lastMove > PATIENCE.toNanos()) {
                    throw new Fault("npm has made no progress for a minute", "Check the network connection.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    private Optional<Path> find() {
        // Windows writes the name in any case.
        String path = environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst().orElse("");
        for (String folder : path.split(File.pathSeparator)) {
            for (String name : List.of("npm.cmd", "npm")) {
                Optional<Path> program = executable(folder, name);
                if (program.isPresent()) {
                    return program;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(String folder, String name) {
        try {
            Path program = Path.of(folder).resolve(name);
            return Optional.of(program).filter(p -> p.isAbsolute() && Files.isRegularFile(p) && Files.isExecutable(p));
        } catch (InvalidPathException e) {
            // Anything can be on a path; such a folder cannot exist.
            return Optional.empty();
        }
    }

    private static String complaint(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(1 << 16);
        }
        return new String(bytes, StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("npm warn"))
                .findFirst()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .map(line -> line.length() > LONGEST_COMPLAINT ? line.substring(0, LONGEST_COMPLAINT) + "…" : line)
                .orElse("it says nothing");
    }
}
