package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.FaultKind;
import app.partita.jobs.Batch;
import app.partita.jobs.DiskRoom;
import app.partita.jobs.Job;
import app.partita.jobs.JobFailure;
import app.partita.jobs.JobState;
import app.partita.jobs.Progress;
import app.partita.jobs.Stage;
import app.partita.settings.SettingsStore;
import app.partita.testkit.FakeScheduler;
import app.partita.ui.notices.Announcement;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.QueueFilter;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.queue.RoomWatch;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.ImagePattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What a person sees of rows: always their newest state, wherever they were meanwhile. */
class RowsOnScreenTest {

    private static final int MANY = 300;

    @TempDir
    private Path folder;

    private FakeWindow fake;
    private javafx.stage.Stage stage;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @AfterEach
    void close() {
        FxScene.run(stage::hide);
    }

    @Test
    void aRowThatWasScrolledAwayShowsTheStateOfNow() {
        open(Locale.ENGLISH, many());
        show(1);
        FxScene.run(() -> fake.model.changed(running(1, 10)));
        FxScene.run(() -> table().scrollTo(MANY - 1));
        layout();
        FxScene.run(() -> fake.model.changed(running(1, 77)));
        show(1);

        assertThat(FxScene.on(() -> ((ProgressBar) row(1).lookup(".progress-bar")).getProgress())).isEqualTo(0.77);
        assertThat(words(1)).contains("77%", "Separating stems: 77%");
    }

    @Test
    void aWindowThatWasMinimisedShowsTheStateOfNow() {
        open(Locale.ENGLISH, many());
        FxScene.run(() -> stage.setIconified(true));
        FxScene.run(() -> fake.model.changed(running(1, 64)));
        FxScene.run(() -> stage.setIconified(false));
        show(1);

        assertThat(words(1)).contains("64%");
    }

    @Test
    void aCellThatIsUsedForAnotherRowFollowsThatOneAlone() {
        open(Locale.ENGLISH, many());
        FxScene.run(() -> fake.model.changed(running(1, 10)));
        for (int place : List.of(100, 200, 50, 0)) {
            FxScene.run(() -> table().scrollTo(place));
            layout();
        }
        FxScene.run(() -> fake.model.changed(running(1, 30)));
        layout();

        assertThat(words(1)).contains("30%");
        assertThat(words(2)).contains("0%").doesNotContain("30%");
    }

    @Test
    void aFailureIsToldInTheWindowsLanguageWithoutThePath() {
        JobFailure why = JobFailure.of(FaultKind.NOT_A_SONG.fault("/music/a.wav"));
        open(Locale.GERMAN, List.of(SampleJobs.job(1, "a.wav", "", "", "", 0, JobState.FAILED, Progress.WAITING, why)));

        assertThat(words(1)).contains("Gescheitert", "Keine lesbare Tondatei");
        assertThat(FxScene.on(() -> row(1).getAccessibleText())).contains("Gescheitert");
    }

    @Test
    void aCoverIsShownWhereASongHasOne() throws Exception {
        open(Locale.ENGLISH, List.of(SampleJobs.withCover(1, "a.flac"), SampleJobs.waiting(2, "b.flac", "B", "", "", 1)));

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(FxScene.on(() -> cover(1).getBackground().getFills().getFirst().getFill()))
                .isInstanceOf(ImagePattern.class);
        assertThat(FxScene.on(() -> cover(2).getBackground().getFills().getFirst().getFill()))
                .isNotInstanceOf(ImagePattern.class);
    }

    @Test
    void stemsAreDeletedOnlyAfterAYes() {
        open(Locale.ENGLISH, List.of(SampleJobs.mixed().get(4)));
        delete();
        assertThat(texts()).anyMatch(text -> text.startsWith("Move the stems of 1 song to the trash?"))
                .anyMatch(text -> text.contains("can be taken back"))
                .anyMatch(text -> text.contains("夜の電車.m4a - stems"));

        FxScene.run(() -> ((Button) fake.scene.lookup("#delete-no")).fire());
        assertThat(fake.done).isEmpty();

        delete();
        FxScene.run(() -> ((Button) fake.scene.lookup("#delete-yes")).fire());
        assertThat(fake.done).containsExactly("deleteStems [job-5]");
    }

    @Test
    void aFilterThatLeavesNothingSaysSoAndIsClearedByAButton() {
        open(Locale.ENGLISH, SampleJobs.mixed());
        FxScene.run(() -> {
            fake.model.queryProperty().set(" vvv ");
            fake.model.filterProperty().set(QueueFilter.RUNNING);
        });
        layout();
        assertThat(FxScene.on(() -> ((Label) fake.scene.lookup("#nothing-left")).getText()))
                .isEqualTo("No song under “Running” matches “vvv”.");

        FxScene.run(() -> ((Button) fake.scene.lookup("#filter-clear")).fire());

        assertThat(FxScene.on(() -> fake.model.shown().size())).isEqualTo(6);
        assertThat(FxScene.on(() -> fake.model.isFiltered())).isFalse();
    }

    @Test
    void rowsAreReorderedByDraggingThem() {
        open(Locale.ENGLISH, SampleJobs.mixed());
        HeldOverWindow held = HeldOverWindow.of(Map.of(rowFormat(), "job-5\njob-6"));

        FxScene.run(() -> {
            assertThat(held.overFrom(row(2), row(5))).isTrue();
            assertThat(held.drop(row(2))).isTrue();
        });

        assertThat(fake.done).containsExactly("move [job-5, job-6] to 1");
        assertThat(FxScene.on(() -> fake.scene.lookup("#drop-overlay").isVisible())).isFalse();
    }

    @Test
    void rowsThatAreSortedOrFilteredAreNotReordered() {
        open(Locale.ENGLISH, SampleJobs.mixed());
        HeldOverWindow held = HeldOverWindow.of(Map.of(rowFormat(), "job-5"));

        FxScene.run(() -> fake.model.queryProperty().set("i"));
        layout();
        assertThat(FxScene.on(() -> held.overFrom(row(1), row(1)))).isFalse();
        FxScene.run(() -> {
            fake.model.queryProperty().set("");
            table().getSortOrder().add(table().getColumns().getFirst());
        });
        layout();
        assertThat(FxScene.on(() -> held.overFrom(row(1), row(1)))).isFalse();
    }

    @Test
    void aDiskThatIsTooSmallIsToldOnceBeforehand() {
        open(Locale.ENGLISH, SampleJobs.mixed());
        RoomWatch watch = new RoomWatch(new QueueTalk(fake.board, () -> fake.texts, Runnable::run, never -> { }));
        FxScene.run(() -> watch.show(batch(5_000_000_000L)));
        assertThat(notices()).singleElement().asString().contains("5.0 GB", "1.0 GB", "/music");

        FxScene.run(() -> {
            fake.board.withdraw("room");
            watch.show(batch(4_000_000_000L));
        });
        assertThat(notices()).isEmpty();

        FxScene.run(() -> {
            watch.show(batch(10));
            watch.show(batch(6_000_000_000L));
        });
        assertThat(notices()).hasSize(1);
    }

    private static Batch batch(long needed) {
        return new Batch(false, Map.of(JobState.WAITING, 1), 1, 0, 0, 0, Optional.empty(),
                OptionalDouble.empty(), Optional.of(new DiskRoom(Path.of("/music"), needed, 1_000_000_000L)));
    }

    private void open(Locale language, List<Job> jobs) {
        FxScene.run(() -> {
            fake = new FakeWindow(language, new SettingsStore(folder.resolve("settings.json"), new FakeScheduler()),
                    Optional.empty(), (song, size) -> Optional.of(picture()), 900, 500);
            fake.model.structure(jobs);
            stage = new javafx.stage.Stage();
            stage.setScene(fake.scene);
            stage.show();
        });
        layout();
    }

    private void delete() {
        FxScene.run(() -> {
            table().getSelectionModel().clearAndSelect(0);
            fake.scene.lookup("#queue").fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, true,
                    false, false, false));
        });
    }

    private static List<Job> many() {
        return IntStream.rangeClosed(1, MANY).mapToObj(n -> SampleJobs.waiting(n, n + ".wav", "Song " + n, "", "", 60))
                .toList();
    }

    private static Job running(int rank, int percent) {
        return SampleJobs.job(rank, rank + ".wav", "Song " + rank, "", "", 60, JobState.RUNNING,
                new Progress(Stage.SEPARATING_STEMS, percent, percent, Duration.ZERO, Optional.empty()), null);
    }

    private void show(int rank) {
        FxScene.run(() -> table().scrollTo(rank - 1));
        layout();
    }

    private void layout() {
        FxScene.run(() -> {
            fake.scene.getRoot().applyCss();
            fake.scene.getRoot().layout();
            fake.scene.getRoot().layout();
        });
    }

    /** The row on the screen that shows that job. */
    private TableRow<?> row(int rank) {
        return fake.scene.getRoot().lookupAll(".table-row-cell").stream().map(node -> (TableRow<?>) node)
                .filter(Node::isVisible).filter(row -> row.getItem() instanceof JobRow job
                        && job.id().equals("job-" + rank)).findFirst().orElseThrow();
    }

    private Region cover(int rank) {
        return (Region) row(rank).lookup(".cover");
    }

    private List<String> words(int rank) {
        return FxScene.on(() -> labels(row(rank)).toList());
    }

    private List<String> texts() {
        return FxScene.on(() -> labels(fake.scene.getRoot()).toList());
    }

    private List<String> notices() {
        return FxScene.on(() -> fake.board.announcements().stream().map(Announcement::text).toList());
    }

    private static Stream<String> labels(Node node) {
        return node instanceof Label label ? Stream.ofNullable(label.getText())
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(RowsOnScreenTest::labels) : Stream.empty();
    }

    private static DataFormat rowFormat() {
        return DataFormat.lookupMimeType("application/x-partita-rows");
    }

    @SuppressWarnings("unchecked")
    private TableView<JobRow> table() {
        return (TableView<JobRow>) fake.scene.lookup("#queue");
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
