package app.partita.testkit;

import app.partita.cli.CommandLines;
import app.partita.cli.Services;
import app.partita.cli.Terminal;
import app.partita.fault.Fault;
import app.partita.jobs.NetworkLoader;
import app.partita.stems.WorkFolders;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelFetcher;
import app.partita.models.ModelStore;
import app.partita.models.TermsStore;
import app.partita.settings.AppDirs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The program with a network that needs no weights: in this process with what it says kept, or as a process of its own.
 */
public final class TestProgram {

    /** What a command gave back and said. */
    public record Result(int exitCode, String out, String err) {}

    /** What a file holds that passes for weights here. */
    public static final String WEIGHTS = "the network needs none";

    private final AppDirs dirs;
    private final NetworkLoader loader;
    private Map<String, String> environment = Map.of();
    private Optional<String> answer = Optional.empty();

    /** @param home the data folder */
    public TestProgram(Path home, NetworkLoader loader) {
        this.dirs = new AppDirs(home);
        this.loader = loader;
    }

    /** From now on started with this environment. */
    public TestProgram with(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** From now on watched by a person who answers questions so. */
    public TestProgram answering(String text) {
        answer = Optional.of(text);
        return this;
    }

    /** Puts a file where the model's weights belong, so that nothing is fetched. */
    public TestProgram withWeights() throws IOException {
        Files.createDirectories(dirs.models());
        Files.writeString(dirs.models().resolve("htdemucs.weights"), WEIGHTS);
        return this;
    }

    public Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), answer.isPresent(), () -> answer);
        int code = run(terminal, arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private int run(Terminal terminal, String... arguments) {
        ModelStore store = new ModelStore(dirs.models(), (model, file) -> {
            if (!contentOf(file).equals(WEIGHTS)) {
                throw new Fault(file + " holds no weights.", "Choose another file.");
            }
        });
        Services services = new Services(TestAudio.files(), new WorkFolders(dirs.work()), threads -> loader,
                new ModelCatalogue(), store, new ModelFetcher(store, environment), new TermsStore(dirs.home()),
                InstantSource.system());
        return CommandLines.of(terminal, "test", services, environment, shown -> { }).execute(arguments);
    }

    private static String contentOf(Path file) throws Fault {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Fault(file + " cannot be read.", "Choose another file.", e);
        }
    }

    /** Runs with a slow network in the data folder that {@code PARTITA_HOME} names. */
    public static void main(String[] arguments) throws IOException {
        NetworkLoader slow = (model, listener, cancelled) -> {
            listener.loading();
            return new FakeNetwork(() -> LockSupport.parkNanos(Duration.ofMillis(10).toNanos()));
        };
        TestProgram program = new TestProgram(Path.of(System.getenv("PARTITA_HOME")), slow).withWeights();
        System.exit(program.run(Terminal.ofProcess(), arguments));
    }
}
