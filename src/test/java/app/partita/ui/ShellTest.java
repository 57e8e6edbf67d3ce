package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.AudioFiles;
import app.partita.audio.SongInfo;
import app.partita.audio.SongTags;
import app.partita.demo.DemoFiles;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobState;
import app.partita.jobs.JobStore;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.SongWalker;
import app.partita.jobs.host.Wakefulness;
import app.partita.models.Model;
import app.partita.models.ModelTerms;
import app.partita.settings.SettingsStore;
import app.partita.ui.models.TermsAnswer;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program with a window, from its opening to its end; only the engine is scripted. */
class ShellTest {

    private static final String ENGLISH = "{\"schema\": 1, \"language\": \"en\"}";

    private final InstantSource clock = InstantSource.system();
    private final ScriptedWork work = new ScriptedWork(clock);
    private final List<String> told = new ArrayList<>();
    private final List<Workers> started = new ArrayList<>();

    @TempDir
    private Path home;

    private SettingsStore settings;
    private JobQueue queue;
    private Shell shell;
    private CountDownLatch over;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void speakEnglish() throws IOException {
        Files.writeString(home.resolve("settings.json"), ENGLISH);
    }

    @AfterEach
    void stop() {
        queue.close();
        FxScene.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        started.forEach(Workers::close);
    }

    @Test
    void anIdleWindowIsClosedWithoutAQuestion() throws Exception {
        start();
        requestClose();

        assertOver();
        assertThat(FxScene.on(() -> Window.getWindows().isEmpty())).isTrue();
    }

    @Test
    void songsGivenAtTheStartAreQueuedAndTheTitleSaysHowFarTheyAre() throws Exception {
        start(song("a.wav"), song("b.wav"));
        work.progress("a.wav", 44);

        await(() -> rows().size() == 2 && rows().getFirst().state() == JobState.RUNNING);
        await(() -> stage().getTitle().equals("22% – 0 of 2 – Partita"));
    }

    @Test
    void whoStaysFindsAllAsItWas() throws Exception {
        startRunning();
        requestClose();
        assertThat(FxScene.on(() -> stage().getScene().lookup("#close-stay"))).isNotNull();

        click("#close-stay");

        assertThat(FxScene.on(() -> stage().isShowing())).isTrue();
        assertThat(rows().getFirst().state()).isEqualTo(JobState.RUNNING);
        assertThat(over.getCount()).isEqualTo(1);
    }

    @Test
    void workIsFinishedWithoutTheWindowAndToldOnce() throws Exception {
        startRunning();
        requestClose();
        click("#close-finish");
        await(() -> Window.getWindows().isEmpty());
        assertThat(over.getCount()).isEqualTo(1);

        work.complete("a.wav");

        assertOver();
        FxScene.settle();
        assertThat(Files.readString(jobFile())).contains("\"state\" : \"completed\"");
        await(() -> told.equals(List.of("1 song is done.")));
    }

    @Test
    void workThatIsStoppedWaitsAtTheNextStart() throws Exception {
        startRunning();
        requestClose();
        click("#close-stop");
        assertOver();

        start();

        await(() -> rows().size() == 1 && rows().getFirst().state() == JobState.RUNNING);
        assertThat(rows().getFirst().job().name()).isEqualTo("a.wav");
    }

    @Test
    void aSecondRequestToCloseDoesNotAskTwice() throws Exception {
        startRunning();
        requestClose();
        requestClose();
        click("#close-stay");

        assertThat(FxScene.on(() -> stage().getScene().lookup("#close-stay"))).isNull();
    }

    @Test
    void anotherLanguageShowsTheSameRowsAndTheSettingsAgain() throws Exception {
        startRunning();
        work.progress("a.wav", 57);
        await(() -> rows().getFirst().progressProperty().get() == 0.57);
        FxScene.run(() -> ((Button) stage().getScene().lookup("#settings")).fire());

        settings.change(now -> now.withLanguage("de"));

        await(() -> rows().getFirst().messageProperty().get().equals("Trennt Stems: 57 %"));
        assertThat(FxScene.on(ShellTest::texts)).contains("Einstellungen", "Songs hinzufügen").doesNotContain("Add songs");
        work.progress("a.wav", 58);
        await(() -> rows().getFirst().progressProperty().get() == 0.58);
    }

    @Test
    void aQuestionForTermsOutlivesAnotherLanguage() throws Exception {
        start();
        CompletableFuture<TermsAnswer> answer = new CompletableFuture<>();
        FxScene.run(() -> shell.ask(new Model("htdemucs", "", List.of()), ModelTerms.DEMUCS, answer));
        settings.change(now -> now.withLanguage("de"));
        await(() -> texts().contains("Songs hinzufügen"));

        click("#terms-accept");

        assertThat(answer).isCompletedWithValue(new TermsAnswer.Accepted());
    }

    @Test
    void damagedFilesAreToldAndSetAside() throws Exception {
        Files.createDirectories(home.resolve("jobs"));
        Files.writeString(home.resolve("jobs/x.json"), "{ half of a fi");
        Files.writeString(home.resolve("settings.json"), "rubbish");
        start();

        await(() -> texts().stream().anyMatch(text -> text.contains(home.resolve("damaged").toString())));
        await(() -> Stream.of("1 job of the queue could not", "1 Auftrag der Warteschlange").anyMatch(start ->
                texts().stream().anyMatch(text -> text.startsWith(start))));
        assertThat(home.resolve("aside/damaged")).isDirectoryContaining("glob:**x*.json*");
    }

    @Test
    void aFailureThatNobodyCaughtIsToldWithItsDetails() throws Exception {
        start();
        FxScene.run(() -> shell.mishap(new IllegalStateException("broken")));

        await(() -> texts().stream().anyMatch(text -> text.contains("IllegalStateException: broken"))
                && texts().contains("Copy details"));
    }

    @Test
    void aQueueThatCannotBeKeptIsTold() throws Exception {
        Files.writeString(home.resolve("jobs"), "a file in the way");
        start();

        await(() -> texts().stream().anyMatch(text -> text.startsWith("The queue cannot be kept in")));
    }

    private void startRunning() throws Exception {
        start(song("a.wav"));
        await(() -> rows().size() == 1 && rows().getFirst().state() == JobState.RUNNING);
        await(() -> stage().getTitle().contains("0 of 1"));
    }

    private void start(Path... songs) {
        Workers workers = Workers.create();
        started.add(workers);
        over = new CountDownLatch(1);
        settings = new SettingsStore(home.resolve("settings.json"), workers.later());
        queue = new JobQueue(new QueueParts(new JobStore(home.resolve("jobs"), home.resolve("aside")),
                new QueueOrderStore(home.resolve("queue.json"), workers.later()), new TaskLauncher(), work,
                new JobPlanner(clock), ShellTest::info, Wakefulness.NONE, home, workers.disk(), workers.background(),
                clock));
        AppServices services = new AppServices(workers, settings, queue, new SongWalker(file -> false), path -> { },
                (song, size) -> Optional.empty(), new Told(), new DemoFiles(new AudioFiles(home)),
                home.resolve("demo"), List.of("htdemucs"), "AVX-512");
        FxScene.run(() -> {
            shell = new Shell(services, over::countDown);
            shell.open(List.of(songs));
        });
    }

    private final class Told implements Desktop {

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
            // Nothing to see here.
        }
    }

    private void requestClose() {
        FxScene.run(() -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void click(String id) {
        FxScene.run(() -> ((Button) stage().getScene().lookup(id)).fire());
    }

    private void assertOver() throws InterruptedException {
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private Path jobFile() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("jobs"))) {
            return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
        }
    }

    private static Stage stage() {
        return (Stage) Window.getWindows().getFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<JobRow> rows() {
        return ((TableView<JobRow>) stage().getScene().lookup("#queue")).getItems();
    }

    private static List<String> texts() {
        return words(stage().getScene().getRoot()).toList();
    }

    private static Stream<String> words(Node node) {
        return switch (node) {
            case Label label -> Stream.ofNullable(label.getText());
            case Button button -> Stream.ofNullable(button.getText());
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(ShellTest::words);
            default -> Stream.empty();
        };
    }

    private Path song(String name) throws IOException {
        return Files.writeString(home.resolve(name), name);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> FxScene.on(condition));
    }

    private static SongInfo info(Path song) {
        return new SongInfo(song, "pcm_s16le", 44_100, 2, "stereo", OptionalLong.empty(), OptionalDouble.empty(),
                SongTags.of(Map.of()), false, List.of());
    }
}
