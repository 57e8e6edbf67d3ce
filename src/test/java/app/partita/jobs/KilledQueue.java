package app.partita.jobs;

import app.partita.testkit.SmallModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program with a queue and the small network, as a process of its own that can be killed. It says, a line each, which
 * rows came back, how each song goes on, and when the songs that it was given are queued.
 */
final class KilledQueue implements AutoCloseable {

    private static final String ROW = "row ";
    private static final String QUEUED = "queued";
    private static final String SETTLED = "settled";

    private final Process process;
    private final BufferedReader said;
    private final List<String> rows = new ArrayList<>();

    /** Starts it in a home, with songs to be queued. */
    KilledQueue(Path home, List<Path> songs, Path errors) throws IOException {
        List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-cp",
                System.getProperty("java.class.path"), KilledQueue.class.getName(), home.toString()),
                songs.stream().map(Path::toString)).toList();
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        said = process.inputReader();
    }

    /** Waits until the songs are queued; false if it ended before. */
    boolean awaitQueued() throws IOException {
        return await(QUEUED);
    }

    /** Waits until nothing is left to be done and it has ended; false if it ended before. */
    boolean awaitSettled() throws IOException, InterruptedException {
        return await(SETTLED) && process.waitFor() == 0;
    }

    private boolean await(String wanted) throws IOException {
        String line = said.readLine();
        while (line != null && !line.equals(wanted)) {
            if (line.startsWith(ROW)) {
                rows.add(line.substring(ROW.length()));
            }
            line = said.readLine();
        }
        return line != null;
    }

    /** The rows that came back, such as {@code 0007 COMPLETED} for a song in that folder, as far as it has said them. */
    List<String> rows() {
        return List.copyOf(rows);
    }

    /** Kills it without a warning; gives the programs that it had started. */
    List<ProcessHandle> kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        return children;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        said.close();
    }

    public static void main(String[] arguments) throws Exception {
        try (RealQueue real = new RealQueue(Path.of(arguments[0]),
                (model, listener, cancelled) -> SmallModel.load(model, listener))) {
            real.restored();
            real.queue.jobs().forEach(job ->
                    System.out.println(ROW + job.song().getParent().getFileName() + " " + job.state()
                            + job.failure().map(failure -> ": " + failure.cause()).orElse("")));
            real.add(Stream.of(arguments).skip(1).map(Path::of).toArray(Path[]::new));
            real.awaitWritten();
            System.out.println(QUEUED);
            while (real.queue.jobs().stream().anyMatch(job -> !job.state().isOver())) {
                real.awaitOver(1);
            }
            System.out.println(SETTLED);
        }
    }
}
