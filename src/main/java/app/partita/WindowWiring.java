package app.partita;

import app.partita.audio.AudioFiles;
import app.partita.audio.peaks.PeakCache;
import app.partita.demo.DemoFiles;
import app.partita.engine.kernels.Kernels;
import app.partita.fault.Fault;
import app.partita.files.NoteFiles;
import app.partita.jobs.Checksums;
import app.partita.jobs.JobLauncher;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobRunner;
import app.partita.jobs.JobStore;
import app.partita.jobs.MusicEar;
import app.partita.jobs.NetworkLoader;
import app.partita.jobs.NetworkShelf;
import app.partita.jobs.PoliteWork;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.SongSeparation;
import app.partita.jobs.SongWalker;
import app.partita.jobs.host.FirstWindow;
import app.partita.jobs.host.FreedesktopTrash;
import app.partita.jobs.host.LowPriority;
import app.partita.jobs.host.SystemWakefulness;
import app.partita.jobs.host.ThisMachine;
import app.partita.jobs.host.Trash;
import app.partita.models.Model;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelStore;
import app.partita.models.TermsStore;
import app.partita.player.JavaSoundOutput;
import app.partita.player.MixExport;
import app.partita.player.SongSources;
import app.partita.player.StemPlayer;
import app.partita.settings.AppDirs;
import app.partita.settings.Settings;
import app.partita.settings.SettingsStore;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import app.partita.ui.App;
import app.partita.ui.AppServices;
import app.partita.ui.models.AskingLoader;
import app.partita.ui.models.TermsQuestion;
import app.partita.ui.system.DesktopPrograms;
import app.partita.ui.player.PlayerServices;
import app.partita.ui.player.SongMemory;
import app.partita.ui.system.Workers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Puts the program with a window together. */
final class WindowWiring {

    /** The window appears first. */
    private static final long WARM_UP_SECONDS = 2;
    private static final Logger LOG = System.getLogger(WindowWiring.class.getName());
    private static final int NETWORK_KEPT_MINUTES = 2;
    private static final BooleanSupplier NEVER = () -> false;

    private final Map<String, String> environment;
    private final AppDirs dirs;
    private final ModelCatalogue catalogue;
    private final ModelStore store;
    private final IntFunction<NetworkLoader> networks;
    private final String version;

    WindowWiring(Map<String, String> environment, AppDirs dirs, ModelCatalogue catalogue, ModelStore store,
                 IntFunction<NetworkLoader> networks, String version) {
        this.environment = environment;
        this.dirs = dirs;
        this.catalogue = catalogue;
        this.store = store;
        this.networks = networks;
        this.version = version;
    }

    /** Shows the window with these songs queued, and returns when it is over; or hands them to the one that is there. */
    void run(List<Path> songs) throws Fault {
        Optional<FirstWindow> first = FirstWindow.claim(dirs.window(), songs);
        if (first.isPresent()) {
            try (FirstWindow here = first.get()) {
                new App(this::services, songs, here).run(environment);
            }
        }
    }

    private AppServices services(Workers workers, JobLauncher launcher, TermsQuestion terms) {
        InstantSource clock = InstantSource.system();
        AudioFiles audio = new AudioFiles(dirs.nativePrograms());
        SettingsStore settings = new SettingsStore(dirs.settings(), workers.later());
        WorkFolders workFolders = new WorkFolders(dirs.work());
        workers.background().execute(workFolders::removeStale);
        NetworkLoader loader = (model, listener, cancelled) ->
                networks.apply(EngineSettings.of(settings.settings()).threads()).load(model, listener, cancelled);
        NetworkShelf shelf = new NetworkShelf(
                new AskingLoader(loader, catalogue, store, new TermsStore(dirs.home()), terms),
                new NetworkShelf.Terms(() -> EngineSettings.of(settings.settings()),
                        () -> settings.settings().jobsAtOnce(),
                        CompletableFuture.delayedExecutor(NETWORK_KEPT_MINUTES, TimeUnit.MINUTES)));
        workers.later().schedule(() -> warmUp(shelf, settings), WARM_UP_SECONDS, TimeUnit.SECONDS);
        StemShelf listened = new StemShelf();
        String vectors = spoken(Kernels.best().instructionSet());
        JobStore jobs = new JobStore(dirs.jobs(), dirs.jobsAside());
        JobRunner runner = new JobRunner(new SongSeparation(audio, workFolders, shelf, listened, MusicEar::new), clock,
                Checksums.SHA256, version, jobs.announced()::announce);
        JobQueue queue = new JobQueue(new QueueParts(jobs,
                new QueueOrderStore(dirs.queueOrder(), workers.later()), launcher,
                new PoliteWork(runner, () -> settings.settings().lowPriority(), LowPriority::lowerThisThread),
                new JobPlanner(clock), audio::probe, SystemWakefulness.ofThisSystem(),
                dirs.work(), workers.disk(), workers.background(), clock));
        return new AppServices(workers, settings, queue, new SongWalker(song -> sounds(audio, song)),
                closing(listened, FreedesktopTrash.of(environment, clock)),
                (song, size) -> audio.cover(song, size, NEVER), new DesktopPrograms(workers.background()),
                player(workers, audio, new SongSources(audio, listened, workFolders), clock),
                new DemoFiles(audio), dirs.home().resolve("demo"),
                catalogue.models().stream().map(Model::name).toList(),
                vectors, new ThisMachine(environment).with(version, vectors));
    }

    /** Spares the first song the time that the network's code takes to be compiled. */
    private void warmUp(NetworkShelf shelf, SettingsStore settings) {
        String model = settings.settings().model();
        shelf.warmUp(model, () -> catalogue.models().stream().filter(known -> known.name().equals(model))
                .anyMatch(known -> store.locate(known).isPresent()));
    }

    /** Stems that are thrown away are not held open by the player. */
    private static Trash closing(StemShelf listened, Trash trash) {
        return discarded -> listened.whileClosed(discarded, () -> trash.discard(discarded));
    }

    private PlayerServices player(Workers workers, AudioFiles audio, SongSources sources, InstantSource clock) {
        return new PlayerServices(new StemPlayer(new JavaSoundOutput()), sources, new PeakCache(dirs.peaks(), clock),
                new SongMemory(new NoteFiles(dirs.songs(), workers.later())), new MixExport(audio));
    }

    private static String spoken(String instructionSet) {
        return instructionSet.toUpperCase(Locale.ROOT).replace("AVX512", "AVX-512");
    }

    /** What the threads of a loaded network depend on: when it changes, networks are loaded anew. */
    private record EngineSettings(int threads, boolean lowPriority) {

        static EngineSettings of(Settings settings) {
            return new EngineSettings(settings.threads() == 0 ? Runtime.getRuntime().availableProcessors()
                    : settings.threads(), settings.lowPriority());
        }
    }

    private static boolean sounds(AudioFiles audio, Path file) {
        try {
            audio.probe(file);
            return true;
        } catch (Fault none) {
            LOG.log(Level.DEBUG, "no song: " + file, none);
            return false;
        }
    }
}
