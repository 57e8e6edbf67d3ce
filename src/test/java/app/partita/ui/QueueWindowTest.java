package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.SongInfo;
import app.partita.audio.SongTags;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobState;
import app.partita.jobs.JobStore;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.SongWalker;
import app.partita.jobs.host.Wakefulness;
import app.partita.settings.SettingsStore;
import app.partita.ui.notices.Announcement;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.QueueDesk;
import app.partita.ui.queue.QueueFilter;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.queue.RowUpdates;
import app.partita.ui.queue.TaskLauncher;
import app.partita.ui.system.Frames;
import app.partita.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window over a real queue whose engine is scripted. */
class QueueWindowTest {

    private final InstantSource clock = InstantSource.system();
    private final ScriptedWork work = new ScriptedWork(clock);
    private final NoticeBoard said = new NoticeBoard();
    private final FxRobot robot = new FxRobot();
    private final ExecutorService orders = Executors.newSingleThreadExecutor();
    private final ExecutorService disk = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path folder;

    private JobQueue queue;
    private FakeWindow fake;
    private Stage stage;
    private TableView<JobRow> table;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() throws Exception {
        queue = new JobQueue(new QueueParts(new JobStore(folder.resolve("jobs"), folder.resolve("aside")),
                new QueueOrderStore(folder.resolve("queue.json"), later), new TaskLauncher(), work,
                new JobPlanner(clock), (song, cancelled) -> info(song), Wakefulness.NONE, folder, disk, disk, clock));
        SettingsStore settings = new SettingsStore(folder.resolve("settings.json"), later);
        FxScene.run(() -> {
            fake = new FakeWindow(Locale.ENGLISH, settings, Optional.of(new QueueDesk(queue,
                    new SongWalker(file -> false), () -> JobSettings.DEFAULT, path -> { }, orders, orders,
                    new QueueTalk(said, () -> Texts.in(Locale.ENGLISH), Platform::runLater, never -> { }))),
                    (song, size) -> Optional.empty(), 980, 700);
            stage = new Stage();
            stage.setScene(fake.scene);
            stage.show();
            table = lookup("#queue");
        });
        queue.listen(new RowUpdates(new Frames(), fake.model));
        queue.restore();
    }

    @AfterEach
    void close() {
        FxScene.run(stage::close);
        queue.close();
        List.of(orders, disk, later).forEach(ExecutorService::shutdownNow);
    }

    @Test
    void aRowLivesFromTheDropToItsStems() throws Exception {
        drop(song("a.wav"));
        await(() -> fake.model.rows().size() == 1 && row(0).state() == JobState.RUNNING);

        work.progress("a.wav", 43);
        await(() -> row(0).progressProperty().get() == 0.43);
        FxScene.settle();
        ProgressBar bar = lookup(".queue .progress-bar");
        assertThat(bar.progressProperty().isBound()).isTrue();
        assertThat(bar.getProgress()).isEqualTo(0.43);
        assertThat(row(0).messageProperty().get()).isEqualTo("Separating stems: 43%");

        work.complete("a.wav");
        await(() -> row(0).state() == JobState.COMPLETED);
        assertThat(row(0).progressProperty().get()).isEqualTo(1);
    }

    @Test
    void rubbishIsToldInOneNotice() throws Exception {
        drop(song("a.wav"), song("notes.txt"), song("letter.pdf"));

        await(() -> texts().stream().anyMatch(text -> text.startsWith("2 files hold no sound")));
        await(() -> fake.model.rows().size() == 1);
    }

    @Test
    void aSongThatIsThereAlreadyIsAskedForOnce() throws Exception {
        Path song = song("a.wav");
        drop(song);
        await(() -> fake.model.rows().size() == 1);
        drop(song);

        await(() -> texts().contains("1 song is in the queue already, with the same settings."));
        choose("Separate again");
        await(() -> fake.model.rows().size() == 2);
    }

    @Test
    void cancelAndUndoByKeys() throws Exception {
        drop(song("a.wav"), song("b.wav"));
        await(() -> fake.model.rows().size() == 2);
        select(1);

        press(KeyCode.SHORTCUT, KeyCode.PERIOD);
        await(() -> row(1).state() == JobState.CANCELLED);

        press(KeyCode.SHORTCUT, KeyCode.Z);
        await(() -> row(1).state() == JobState.WAITING);
    }

    @Test
    void aSongThatIsTriedAgainIsNotOfferedToBeTakenBackAnyMore() throws Exception {
        drop(song("a.wav"), song("b.wav"));
        await(() -> fake.model.rows().size() == 2);
        select(1);
        press(KeyCode.SHORTCUT, KeyCode.PERIOD);
        await(() -> said.announcements().stream().anyMatch(notice -> notice.topic().equals("undo")));

        press(KeyCode.SHORTCUT, KeyCode.R);

        await(() -> row(1).state() == JobState.WAITING && said.announcements().isEmpty());
    }

    @Test
    void severalRowsAreRemovedTogetherAndComeBack() throws Exception {
        drop(song("a.wav"), song("b.wav"), song("c.wav"));
        await(() -> fake.model.rows().size() == 3);
        FxScene.run(() -> table.getSelectionModel().selectIndices(1, 2));
        FxScene.run(table::requestFocus);

        press(KeyCode.DELETE);
        await(() -> fake.model.rows().size() == 1);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        await(() -> fake.model.rows().size() == 3);
    }

    @Test
    void aFailedSongSaysWhyAndIsTriedAgain() throws Exception {
        drop(song("a.wav"));
        work.fail("a.wav");
        await(() -> fake.model.rows().size() == 1 && row(0).state() == JobState.FAILED);
        select(0);

        press(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(fake.done).anyMatch(text -> text.contains("Disk full") && text.contains("Make room."));
        press(KeyCode.SHORTCUT, KeyCode.R);
        await(() -> row(0).state() == JobState.RUNNING);
    }

    @Test
    void rowsAreReorderedByKey() throws Exception {
        drop(song("a.wav"), song("b.wav"), song("c.wav"));
        await(() -> fake.model.rows().size() == 3);
        select(2);

        press(KeyCode.ALT, KeyCode.UP);

        await(() -> row(1).job().name().equals("c.wav"));
    }

    @Test
    void twoJobsAtOnceDoNotMixTheirProgress() throws Exception {
        queue.concurrency(2);
        drop(song("a.wav"), song("b.wav"));
        await(() -> fake.model.rows().size() == 2 && row(1).state() == JobState.RUNNING);

        work.progress("a.wav", 30);
        work.progress("b.wav", 60);

        await(() -> row(0).progressProperty().get() == 0.3 && row(1).progressProperty().get() == 0.6);
    }

    @Test
    void aPausedQueueBeginsNothing() throws Exception {
        press(KeyCode.SHORTCUT, KeyCode.P);
        await(() -> fake.model.batchProperty().get().paused());
        drop(song("a.wav"));
        await(() -> fake.model.rows().size() == 1);
        assertThat(row(0).state()).isEqualTo(JobState.WAITING);

        press(KeyCode.SHORTCUT, KeyCode.P);
        await(() -> row(0).state() == JobState.RUNNING);
    }

    @Test
    void chipsAndTheFilterLeaveTheRowsThatMatch() throws Exception {
        drop(song("alpha.wav"), song("beta.wav"));
        await(() -> fake.model.rows().size() == 2);

        FxScene.run(() -> fake.model.queryProperty().set("BET"));
        assertThat(fake.model.shown()).extracting(row -> row.job().name()).containsExactly("beta.wav");
        FxScene.run(() -> fake.model.queryProperty().set(""));
        press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        await(() -> fake.model.filterProperty().get() == QueueFilter.RUNNING);
        await(() -> fake.model.shown().size() == 1);
    }

    @Test
    void aReopenedWindowShowsTheStateOfNow() throws Exception {
        drop(song("a.wav"));
        work.progress("a.wav", 57);
        await(() -> fake.model.rows().size() == 1 && row(0).progressProperty().get() == 0.57);

        FxScene.run(() -> {
            stage.hide();
            stage.show();
        });

        assertThat(row(0).progressProperty().get()).isEqualTo(0.57);
    }

    private void drop(Path... files) {
        FxScene.run(() -> fake.window.dropZone().drop(List.of(files)));
    }

    private Path song(String name) throws IOException {
        return Files.writeString(folder.resolve(name), name);
    }

    private JobRow row(int index) {
        return fake.model.rows().get(index);
    }

    private void select(int index) {
        FxScene.run(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(index);
        });
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> texts() {
        return said.announcements().stream().map(Announcement::text).toList();
    }

    private void choose(String text) {
        FxScene.run(() -> said.announcements().stream().flatMap(each -> each.choices().stream())
                .filter(choice -> choice.text().equals(text)).findFirst().orElseThrow().action().run());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> FxScene.on(condition));
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T lookup(String selector) {
        return (T) fake.scene.getRoot().lookup(selector);
    }

    private static SongInfo info(Path song) {
        return new SongInfo(song, "pcm_s16le", 44_100, 2, "stereo", OptionalLong.empty(), OptionalDouble.empty(),
                SongTags.of(Map.of()), false, List.of());
    }
}
