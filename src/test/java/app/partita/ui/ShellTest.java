package app.partita.ui;

import static app.partita.ui.WindowedProgram.await;
import static app.partita.ui.WindowedProgram.rows;
import static app.partita.ui.WindowedProgram.stage;
import static app.partita.ui.WindowedProgram.table;
import static app.partita.ui.WindowedProgram.texts;
import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.JobState;
import app.partita.models.Model;
import app.partita.models.ModelTerms;
import app.partita.ui.models.TermsAnswer;
import app.partita.ui.queue.JobRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with a window, from its opening to its end; only the engine is scripted. */
class ShellTest {

        @TempDir
    private Path home;

    private WindowedProgram program;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void install() throws IOException {
        program = new WindowedProgram(home);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void anIdleWindowIsClosedWithoutAQuestion() throws Exception {
        program.start();
        program.requestClose();

        assertThat(program.isOver()).isTrue();
        assertThat(FxScene.on(() -> Window.getWindows().isEmpty())).isTrue();
    }

    @Test
    void songsGivenAtTheStartAreQueuedAndTheTitleSaysHowFarTheyAre() throws Exception {
        program.start(program.song("a.wav"), program.song("b.wav"));
        program.work.progress("a.wav", 44);

        await(() -> rows().size() == 2 && rows().getFirst().state() == JobState.RUNNING);
        await(() -> stage().getTitle().equals("22% – 0 of 2 – Partita"));
    }

    @Test
    void whoStaysFindsAllAsItWas() throws Exception {
        startRunning();
        program.requestClose();
        assertThat(FxScene.on(() -> stage().getScene().lookup("#close-stay"))).isNotNull();

        program.click("#close-stay");

        assertThat(FxScene.on(() -> stage().isShowing())).isTrue();
        assertThat(rows().getFirst().state()).isEqualTo(JobState.RUNNING);
        assertThat(program.goesOn()).isTrue();
    }

    @Test
    void workIsFinishedWithoutTheWindowAndToldOnce() throws Exception {
        startRunning();
        program.requestClose();
        program.click("#close-finish");
        await(() -> Window.getWindows().isEmpty());
        assertThat(program.goesOn()).isTrue();

        program.work.complete("a.wav");

        assertThat(program.isOver()).isTrue();
        FxScene.settle();
        assertThat(Files.readString(jobFile())).contains("\"state\" : \"completed\"");
        await(() -> program.told.equals(List.of("1 song is done.")));
    }

    @Test
    void workThatIsStoppedWaitsAtTheNextStart() throws Exception {
        startRunning();
        program.requestClose();
        program.click("#close-stop");
        assertThat(program.isOver()).isTrue();

        program.start();

        await(() -> rows().size() == 1 && rows().getFirst().state() == JobState.RUNNING);
        assertThat(rows().getFirst().job().name()).isEqualTo("a.wav");
    }

    @Test
    void aSecondRequestToCloseDoesNotAskTwice() throws Exception {
        startRunning();
        program.requestClose();
        program.requestClose();
        program.click("#close-stay");

        assertThat(FxScene.on(() -> stage().getScene().lookup("#close-stay"))).isNull();
    }

    @Test
    void anotherLanguageShowsTheSameRowsAndTheSettingsAgain() throws Exception {
        startRunning();
        program.work.progress("a.wav", 57);
        await(() -> rows().getFirst().progressProperty().get() == 0.57);
        FxScene.run(() -> ((Button) stage().getScene().lookup("#settings")).fire());

        program.settings.change(now -> now.withLanguage("de"));

        await(() -> rows().getFirst().messageProperty().get().equals("Trennt Stems: 57 %"));
        assertThat(FxScene.on(WindowedProgram::texts)).contains("Einstellungen", "Songs hinzufügen").doesNotContain("Add songs");
        program.work.progress("a.wav", 58);
        await(() -> rows().getFirst().progressProperty().get() == 0.58);
    }

    @Test
    void selectionAndFilterOutliveAnotherLanguage() throws Exception {
        program.start(program.song("a.wav"), program.song("b.wav"), program.song("ab.wav"));
        await(() -> rows().size() == 3 && rows().getFirst().state() == JobState.RUNNING);
        FxScene.run(() -> {
            ((TextField) stage().getScene().lookup("#filter")).setText("b.wav");
            ((ToggleButton) stage().getScene().lookup("#chip-waiting")).fire();
            table().getSelectionModel().clearAndSelect(1);
        });
        List<String> shown = FxScene.on(ShellTest::names);
        assertThat(shown).containsExactly("b.wav", "ab.wav");
        String selected = FxScene.on(() -> table().getSelectionModel().getSelectedItem().id());

        program.settings.change(now -> now.withLanguage("de"));
        await(() -> texts().contains("Songs hinzufügen"));

        assertThat(FxScene.on(() -> ((TextField) stage().getScene().lookup("#filter")).getText())).isEqualTo("b.wav");
        assertThat(FxScene.on(ShellTest::names)).isEqualTo(shown);
        assertThat(FxScene.on(() -> table().getSelectionModel().getSelectedItems().stream()
                .map(JobRow::id).toList())).containsExactly(selected);
    }

    private static List<String> names() {
        return rows().stream().map(row -> row.job().name()).toList();
    }

    @Test
    void aQuestionForTermsOutlivesAnotherLanguage() throws Exception {
        program.start();
        CompletableFuture<TermsAnswer> answer = new CompletableFuture<>();
        FxScene.run(() -> program.shell.ask(new Model("htdemucs", "", List.of()), ModelTerms.DEMUCS, answer));
        program.settings.change(now -> now.withLanguage("de"));
        await(() -> texts().contains("Songs hinzufügen"));

        program.click("#terms-accept");

        assertThat(answer).isCompletedWithValue(new TermsAnswer.Accepted());
    }

    @Test
    void damagedFilesAreToldAndSetAside() throws Exception {
        Files.createDirectories(home.resolve("jobs"));
        Files.writeString(home.resolve("jobs/x.json"), "{ half of a fi");
        Files.writeString(home.resolve("settings.json"), "rubbish");
        program.start();

        await(() -> texts().stream().anyMatch(text -> text.contains(home.resolve("damaged").toString())));
        await(() -> Stream.of("1 job of the queue could not", "1 Auftrag der Warteschlange").anyMatch(start ->
                texts().stream().anyMatch(text -> text.startsWith(start))));
        assertThat(home.resolve("aside/damaged")).isDirectoryContaining("glob:**x*.json*");
    }

    @Test
    void aFailureThatNobodyCaughtIsToldWithItsDetails() throws Exception {
        program.start();
        FxScene.run(() -> program.shell.mishap(new IllegalStateException("broken")));

        await(() -> texts().stream().anyMatch(text -> text.contains("IllegalStateException: broken"))
                && texts().contains("Copy details"));
    }

    @Test
    void aQueueThatCannotBeKeptIsTold() throws Exception {
        Files.writeString(home.resolve("jobs"), "a file in the way");
        program.start();

        await(() -> texts().stream().anyMatch(text -> text.startsWith("The queue cannot be kept in")));
    }

    private void startRunning() throws Exception {
        program.start(program.song("a.wav"));
        await(() -> rows().size() == 1 && rows().getFirst().state() == JobState.RUNNING);
        await(() -> stage().getTitle().contains("0 of 1"));
    }

    private Path jobFile() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("jobs"))) {
            return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
        }
    }
}
