package app.partita.ui;

import app.partita.audio.AudioFiles;
import app.partita.audio.SongInfo;
import app.partita.audio.SongTags;
import app.partita.demo.DemoFiles;
import app.partita.fault.Fault;
import app.partita.jobs.Duplicates;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobStore;
import app.partita.jobs.JobWork;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.SongWalker;
import app.partita.jobs.host.FreedesktopTrash;
import app.partita.jobs.host.Wakefulness;
import app.partita.audio.peaks.PeakCache;
import app.partita.files.NoteFiles;
import app.partita.player.JavaSoundOutput;
import app.partita.player.MixExport;
import app.partita.player.SongSources;
import app.partita.player.StemPlayer;
import app.partita.settings.AppDirs;
import app.partita.settings.SettingsStore;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.PlayerServices;
import app.partita.ui.player.SongMemory;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.QueueDesk;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.queue.TaskLauncher;
import app.partita.ui.system.DesktopPrograms;
import app.partita.ui.system.Workers;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.Fonts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The program's own window over the program's own queue and files, with other work in place of the engine's. */
final class BenchWindow implements AutoCloseable {

    final AudioFiles audio;
    final SettingsStore settings;
    final JobQueue queue;
    final Texts texts = Texts.in(Locale.ENGLISH);
    final Stage stage;
    final TableView<JobRow> table;
    private final Workers workers = Workers.create();
    private final QueueDesk desk;
    private final CompletableFuture<Void> shown = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** Opens it, as the program does, in an empty data folder. */
    @SuppressWarnings("unchecked")
    BenchWindow(AppDirs dirs, JobWork work) {
        InstantSource clock = InstantSource.system();
        audio = new AudioFiles(dirs.nativePrograms());
        settings = new SettingsStore(dirs.settings(), workers.later());
        settings.change(now -> now.withLanguage("en"));
        queue = new JobQueue(new QueueParts(new JobStore(dirs.jobs(), dirs.jobsAside()),
                new QueueOrderStore(dirs.queueOrder(), workers.later()), new TaskLauncher(), work,
                new JobPlanner(clock), this::facts, Wakefulness.NONE, dirs.work(), workers.disk(),
                workers.background(), clock));
        AppServices services = new AppServices(workers, settings, queue, new SongWalker(song -> true),
                FreedesktopTrash.of(Map.of("HOME", dirs.home().toString()), clock),
                (song, size) -> Optional.empty(), new DesktopPrograms(workers.background()), player(dirs, clock),
                new DemoFiles(audio), dirs.home().resolve("demo"), List.of("htdemucs"), "bench", "bench");
        desk = new QueueDesk(queue, services.walker(), () -> JobSettings.DEFAULT, services.trash(), workers.walks(),
                workers.orders(), new QueueTalk(new NoticeBoard(), () -> texts, Platform::runLater, never -> { }));
        Platform.startup(() -> Platform.setImplicitExit(false));
        Fonts.load();
        stage = Laid.on(() -> {
            new Shell(services, () -> over.complete(null)).open(List.of());
            return (Stage) Window.getWindows().getFirst();
        });
        table = Laid.on(() -> (TableView<JobRow>) stage.getScene().lookup("#queue"));
    }

    private PlayerServices player(AppDirs dirs, InstantSource clock) {
        return new PlayerServices(new StemPlayer(new JavaSoundOutput()),
                new SongSources(audio, new StemShelf(), new WorkFolders(dirs.work())), new PeakCache(dirs.peaks(), clock),
                new SongMemory(new NoteFiles(dirs.songs(), workers.later())), new MixExport(audio));
    }

    /** Hands songs to the queue as after a drop, and gives the nanoseconds until a frame shows rows, and all of them. */
    long[] add(List<Path> songs) {
        long[] first = new long[1];
        long start = System.nanoTime();
        long all = Laid.until(stage.getScene(), () -> {
            if (first[0] == 0 && table.lookup(".percent") != null) {
                first[0] = System.nanoTime() - start;
            }
            return first[0] > 0 && table.getItems().size() == songs.size();
        }, () -> desk.add(songs, Duplicates.ASK));
        shown.complete(null);
        return new long[] {first[0], all};
    }

    /** What FFmpeg would say of a song; not before the rows are shown, since it would not be that fast. */
    private SongInfo facts(Path song, BooleanSupplier cancelled) throws Fault {
        shown.join();
        String title = song.getFileName().toString();
        return new SongInfo(song, "pcm", 44_100, 2, "stereo", OptionalLong.empty(), OptionalDouble.of(200),
                SongTags.of(Map.of("title", title, "artist", "Partita")), false, List.of());
    }

    @Override
    public void close() {
        queue.close();
        settings.close();
        workers.close();
        Platform.exit();
    }
}
