package app.partita.jobs;

import app.partita.testkit.SmallModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program with a queue and the small network, as a process of its own that can be killed. It says, a line each, which
 * rows came back, which songs it completes, and when the songs that it was given are queued.
 */
final class KilledQueue implements AutoCloseable {

    private static final String ROW = "row ";
    private static final String MADE = "made ";
    private static final String QUEUED = "queued";
    private static final String SETTLED = "settled";
    private static final int PATIENCE_SECONDS = 300;

    private final Process process;
    private final Thread reader;
    private final List<String> rows = new CopyOnWriteArrayList<>();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> queued = new CompletableFuture<>();
    private final CompletableFuture<Boolean> settled = new CompletableFuture<>();

    /** Starts it in a home, with songs to be queued. */
    KilledQueue(Path home, List<Path> songs, Path errors) throws IOException {
        List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-cp",
                System.getProperty("java.class.path"), KilledQueue.class.getName(), home.toString()),
                songs.stream().map(Path::toString)).toList();
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start();
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                take(line);
            }
        } catch (IOException killed) {
            throw new UncheckedIOException(killed);
        } finally {
            queued.complete(false);
            settled.complete(false);
        }
    }

    private void take(String line) {
        if (line.startsWith(ROW)) {
            rows.add(line.substring(ROW.length()));
        } else if (line.startsWith(MADE)) {
            made.add(line.substring(MADE.length()));
        } else if (line.equals(QUEUED)) {
            queued.complete(true);
        } else if (line.equals(SETTLED)) {
            settled.complete(true);
        }
    }

    /** Waits until the songs are queued; false if it ended before. */
    boolean awaitQueued() throws Exception {
        return await(queued);
    }

    /** Waits until nothing is left to be done and it has ended; false if it ended before. */
    boolean awaitSettled() throws Exception {
        return await(settled) && process.waitFor() == 0;
    }

    private static boolean await(CompletableFuture<Boolean> said)
            throws ExecutionException, InterruptedException, TimeoutException {
        return said.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The rows that came back, such as {@code 0007 COMPLETED} for a song in that folder, as far as it has said them. */
    List<String> rows() {
        return List.copyOf(rows);
    }

    /** The folders of the songs that it said were completed, all of them once it has ended. */
    List<String> made() throws InterruptedException {
        if (!process.isAlive()) {
            reader.join();
        }
        return List.copyOf(made);
    }

    /** It does nothing more from now on, not even end. */
    void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
    }

    /** Kills it without a warning; gives the programs that it had started. */
    List<ProcessHandle> kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        // The process itself would close what it has still to say.
        process.toHandle().destroyForcibly();
        process.waitFor();
        return children;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        try (RealQueue real = new RealQueue(Path.of(arguments[0]),
                (model, listener, cancelled) -> SmallModel.load(model, listener))) {
            real.restored();
            real.queue.jobs().forEach(job -> System.out.println(ROW + name(job) + " " + job.state()
                    + job.failure().map(failure -> ": " + failure.cause()).orElse("")));
            real.queue.listen(new QueueListener() {
                @Override
                public void changed(Job job) {
                    if (job.state() == JobState.COMPLETED) {
                        System.out.println(MADE + name(job));
                    }
                }
            });
            real.add(Stream.of(arguments).skip(1).map(Path::of).toArray(Path[]::new));
            real.awaitWritten();
            System.out.println(QUEUED);
            while (real.queue.jobs().stream().anyMatch(job -> !job.state().isOver())) {
                real.awaitOver(1);
            }
            System.out.println(SETTLED);
        }
        // As the program does: JTransforms keeps its threads for a minute.
        System.exit(0);
    }

    private static String name(Job job) {
        return job.song().getParent().getFileName().toString();
    }
}
