package app.partita;

import app.partita.audio.AudioFiles;
import app.partita.cli.CommandLines;
import app.partita.cli.Services;
import app.partita.cli.Terminal;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.htdemucs.Rehearsal;
import app.partita.engine.kernels.Kernels;
import app.partita.fault.Fault;
import app.partita.jobs.EngineRehearsal;
import app.partita.jobs.ModelNetworks;
import app.partita.jobs.NetworkLoader;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelFetcher;
import app.partita.models.ModelStore;
import app.partita.models.TermsStore;
import app.partita.settings.AppDirs;
import app.partita.stems.WorkFolders;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Puts the program together: the one place where parts are chosen and handed to those who need them. */
final class Wiring {

    /** The variable by which a person lets the log name songs. */
    static final String LOG_NAMES = "PARTITA_LOG_NAMES";

    private final Map<String, String> environment;
    private final Terminal terminal;
    private final AppDirs dirs;
    private final ModelCatalogue catalogue = new ModelCatalogue();
    private final ModelStore store;
    private final ModelFetcher fetcher;

    Wiring(Map<String, String> environment, Terminal terminal) throws Fault {
        this.environment = environment;
        this.terminal = terminal;
        this.dirs = AppDirs.of(environment);
        this.store = new ModelStore(dirs.models(), (model, weights) ->
                new HtDemucsLoader(Kernels.best()).load(model.name(), weights, 1).close());
        this.fetcher = new ModelFetcher(store, environment);
    }

    CommandLine commandLine() {
        return commandLine(this::rehearsal);
    }

    /** As above, for the command that separates: to read it takes a fifth of a second, in which the engine rehearses. */
    CommandLine separateCommandLine() {
        EngineRehearsal rehearsal = rehearsal();
        return commandLine(() -> rehearsal);
    }

    private CommandLine commandLine(Supplier<EngineRehearsal> rehearsal) {
        Services services = new Services(new AudioFiles(dirs.nativePrograms()), new WorkFolders(dirs.work()),
                threads -> rehearsal.get().before(networks(threads)), catalogue, store, fetcher,
                new TermsStore(dirs.home()), InstantSource.system());
        return CommandLines.of(terminal, version(), services, environment, logs()::begin);
    }

    /** What the window is wired from; its classes, and JavaFX, are loaded with that only. */
    WindowWiring window() {
        logs().begin(false);
        return new WindowWiring(environment, dirs, catalogue, store, this::networks, version());
    }

    private LogFiles logs() {
        return new LogFiles(dirs.logs(), "1".equals(environment.get(LOG_NAMES)));
    }

    private NetworkLoader networks(int threads) {
        HtDemucsLoader loader = new HtDemucsLoader(Kernels.best(), dirs.cache());
        return new ModelNetworks(catalogue, store, fetcher,
                (model, weights) -> loader.load(model.name(), weights, threads));
    }

    /** For a command that separates at once; a window has time to warm up the network itself. */
    private EngineRehearsal rehearsal() {
        // Nothing is logged here: where the log goes is not read yet.
        return EngineRehearsal.begin(over -> new Rehearsal(Kernels.fastest()).run(over));
    }

    private static String version() {
        return Optional.ofNullable(Wiring.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
