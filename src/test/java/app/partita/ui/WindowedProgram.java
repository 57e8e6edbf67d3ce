package app.partita.ui;

import app.partita.audio.AudioFiles;
import app.partita.audio.peaks.PeakCache;
import app.partita.audio.SongInfo;
import app.partita.audio.SongTags;
import app.partita.demo.DemoFiles;
import app.partita.files.NoteFiles;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobStore;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.SongWalker;
import app.partita.jobs.host.Wakefulness;
import app.partita.player.JavaSoundOutput;
import app.partita.player.MixExport;
import app.partita.player.SongSources;
import app.partita.player.StemPlayer;
import app.partita.settings.SettingsStore;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import app.partita.ui.player.PlayerServices;
import app.partita.ui.player.SongMemory;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.TaskLauncher;
import app.partita.ui.system.Desktop;
import app.partita.ui.system.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole program with a window in a home of its own; only the engine is scripted. Whatever reads a file, asks the
 * engine or starts a program breaks when the thread that draws does it.
 */
final class WindowedProgram implements Desktop, AutoCloseable {

    final ScriptedWork work;
    final List<String> told = new ArrayList<>();
    final Path home;
    SettingsStore settings;
    Shell shell;

    private final InstantSource clock = InstantSource.system();
    private final List<Workers> started = new ArrayList<>();
    private CountDownLatch over;
    private JobQueue queue;

    WindowedProgram(Path home) throws IOException {
        this.home = home;
        this.work = new ScriptedWork(clock);
        Files.writeString(home.resolve("settings.json"), "{\"schema\": 1, \"language\": \"en\"}");
    }

    /** Starts it, for the first time or again. */
    void start(Path... songs) {
        Workers workers = Workers.create();
        started.add(workers);
        over = new CountDownLatch(1);
        settings = new SettingsStore(home.resolve("settings.json"), workers.later());
        queue = new JobQueue(new QueueParts(new JobStore(home.resolve("jobs"), home.resolve("aside")),
                new QueueOrderStore(home.resolve("queue.json"), workers.later()), new TaskLauncher(),
                (job, listener, control) -> {
                    requireElsewhere();
                    return work.run(job, listener, control);
                }, new JobPlanner(clock), (song, cancelled) -> info(song), Wakefulness.NONE, home, workers.disk(),
                workers.background(), clock));
        AppServices services = new AppServices(workers, settings, queue, new SongWalker(file -> {
            requireElsewhere();
            return false;
        }), this::discard, (song, size) -> {
            requireElsewhere();
            return Optional.empty();
        }, this, player(workers), new DemoFiles(new AudioFiles(home)), home.resolve("demo"), List.of("htdemucs"), "AVX-512",
                "this machine");
        FxScene.run(() -> {
            shell = new Shell(services, over::countDown);
            shell.open(List.of(songs));
        });
    }

    private PlayerServices player(Workers workers) {
        return new PlayerServices(new StemPlayer(new JavaSoundOutput()), new SongSources(new AudioFiles(home),
                new StemShelf(), new WorkFolders(home.resolve("work"))), new PeakCache(home.resolve("peaks"), clock),
                new SongMemory(new NoteFiles(home.resolve("songs"), workers.later())), new MixExport(new AudioFiles(home)));
    }

    /** Whether it ended, or does so within some seconds. */
    boolean isOver() throws InterruptedException {
        return over.await(10, TimeUnit.SECONDS);
    }

    boolean goesOn() {
        return over.getCount() > 0;
    }

    Path song(String name) throws IOException {
        return Files.writeString(home.resolve(name), name);
    }

    void requestClose() {
        FxScene.run(() -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    void click(String id) {
        FxScene.run(() -> ((Button) stage().getScene().lookup(id)).fire());
    }

    static Stage stage() {
        return (Stage) Window.getWindows().getFirst();
    }

    @SuppressWarnings("unchecked")
    static TableView<JobRow> table() {
        return (TableView<JobRow>) stage().getScene().lookup("#queue");
    }

    static List<JobRow> rows() {
        return table().getItems();
    }

    /** All labels and buttons. */
    static List<String> texts() {
        return words(stage().getScene().getRoot()).toList();
    }

    private static Stream<String> words(Node node) {
        return switch (node) {
            case Label label -> Stream.ofNullable(label.getText());
            case Button button -> Stream.ofNullable(button.getText());
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(WindowedProgram::words);
            default -> Stream.empty();
        };
    }

    /** Until that holds, on the thread that draws. */
    static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> FxScene.on(condition));
    }

    @Override
    public void show(Path fileOrFolder) {
        told.add("shown " + fileOrFolder);
    }

    @Override
    public void tell(String title, String text) {
        told.add(text);
    }

    @Override
    public void progress(int percent) {
        // The title says it too.
    }

    @Override
    public void close() {
        queue.close();
        FxScene.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        started.forEach(Workers::close);
    }

    private void discard(Path fileOrFolder) {
        requireElsewhere();
        told.add("discarded " + fileOrFolder);
    }

    private static SongInfo info(Path song) {
        requireElsewhere();
        return new SongInfo(song, "pcm_s16le", 44_100, 2, "stereo", OptionalLong.empty(), OptionalDouble.empty(),
                SongTags.of(Map.of()), true, List.of());
    }

    private static void requireElsewhere() {
        if (Platform.isFxApplicationThread()) {
            throw new AssertionError("the thread that draws waits for something");
        }
    }
}
