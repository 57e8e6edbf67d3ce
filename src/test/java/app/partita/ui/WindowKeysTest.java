package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.settings.Theme;
import app.partita.testkit.FakeScheduler;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.QueueFilter;
import app.partita.ui.queue.RowAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key that the README names, and those of the rows. */
class WindowKeysTest {

    @TempDir
    private Path folder;

    private FakeWindow fake;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        fake = FxScene.on(() -> {
            FakeWindow made = FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler());
            made.model.structure(SampleJobs.mixed());
            made.model.batch(SampleJobs.batch(SampleJobs.mixed()));
            made.toChoose.add(Path.of("/music/chosen.mp3"));
            return made;
        });
    }

    @ParameterizedTest
    @CsvSource({"O, add [/music/chosen.mp3]", "V, add [/music/chosen.mp3]", "P, pause", "Z, undo", "Q, close"})
    void keysOfTheWindow(KeyCode code, String done) {
        press(code, true, false, false);

        assertThat(fake.done).containsExactly(done);
    }

    @ParameterizedTest
    @CsvSource({"0, ENTER, none, opened lithium.flac; preview stopped",
        "4, ENTER, none, opened 夜の電車.m4a; preview stopped",
        "1, SPACE, none, opened sodium.flac; preview stopped",
        "1, SPACE, shift, previewed /music/sodium.flac", "5, R, shortcut, retry [job-6]",
        "1, E, shortcut, shown /music/sodium.flac", "0, PERIOD, shortcut, cancel [job-1]",
        "1, DELETE, none, remove [job-2]", "2, UP, alt, move [job-3] to 1", "2, DOWN, alt, move [job-3] to 4"})
    void keysOfTheRow(int row, KeyCode code, String modifier, String done) {
        FxScene.run(() -> table().getSelectionModel().clearAndSelect(row));

        press(code, modifier.equals("shortcut"), modifier.equals("alt"), modifier.equals("shift"));

        assertThat(fake.done).containsExactly(done.split("; "));
    }

    @Test
    void detailsAreCopiedByKey() {
        FxScene.run(() -> table().getSelectionModel().clearAndSelect(5));

        press(KeyCode.C, true, false, false);

        assertThat(fake.done).singleElement().asString().contains("Étude for two guitars", "htdemucs", "Disk full",
                "details", FakeWindow.MACHINE);
    }

    @Test
    void severalRowsAreActedOnTogether() {
        FxScene.run(() -> table().getSelectionModel().selectIndices(1, 2, 3));

        press(KeyCode.DELETE, false, false, false);

        assertThat(fake.done).containsExactly("remove [job-2, job-3, job-4]");
    }

    @Test
    void theFilterIsReachedAndLeftByKey() {
        press(KeyCode.F, true, false, false);
        FxScene.run(() -> {
            assertThat(fake.scene.getFocusOwner()).isSameAs(fake.scene.lookup("#filter"));
            ((TextField) fake.scene.lookup("#filter")).setText("sodium");
        });
        assertThat(FxScene.on(() -> fake.model.shown().size())).isEqualTo(1);

        pressIn("#filter", KeyCode.ESCAPE, false);

        assertThat(FxScene.on(() -> fake.model.shown().size())).isEqualTo(6);
    }

    @Test
    void filesArePastedEvenWhereTextWouldBe() {
        FxScene.run(() -> fake.scene.lookup("#filter").requestFocus());

        pressIn("#filter", KeyCode.V, true);

        assertThat(fake.done).containsExactly("add [/music/chosen.mp3]");
    }

    @Test
    void whatIsTypedIntoTheFilterIsNotTakenForTheWindow() {
        fake.toChoose.clear();
        FxScene.run(() -> fake.scene.lookup("#filter").requestFocus());

        pressIn("#filter", KeyCode.V, true);
        pressIn("#filter", KeyCode.Z, true);

        assertThat(fake.done).isEmpty();
    }

    @Test
    void theThemeIsSwitchedByKey() {
        press(KeyCode.T, true, false, false);
        assertThat(fake.settings.settings().theme()).isEqualTo(Theme.LIGHT);

        press(KeyCode.T, true, false, false);
        assertThat(fake.settings.settings().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void settingsOpenByKeyAndCloseByEscape() {
        press(KeyCode.COMMA, true, false, false);
        assertThat(FxScene.on(() -> fake.sheets.isShowing())).isTrue();

        pressIn("#settings-close", KeyCode.ESCAPE, false);

        assertThat(FxScene.on(() -> fake.sheets.isShowing())).isFalse();
    }

    @Test
    void nothingBelowASheetIsReachedByKey() {
        press(KeyCode.COMMA, true, false, false);

        pressIn("#settings-close", KeyCode.P, true);

        assertThat(fake.done).isEmpty();
    }

    @Test
    void chipsHaveKeys() {
        for (QueueFilter chip : QueueFilter.values()) {
            press(KeyCode.valueOf("DIGIT" + (chip.ordinal() + 1)), true, false, false);
            assertThat(FxScene.on(() -> fake.model.filterProperty().get())).isEqualTo(chip);
        }
    }

    @Test
    void noTwoActionsShareAKey() {
        List<Object> keys = new java.util.ArrayList<>();
        List.of(RowAction.values()).forEach(action -> keys.add(action.key()));
        List.of(WindowAction.values()).forEach(action -> keys.add(action.key()));
        List.of(QueueFilter.values()).forEach(chip -> keys.add(WindowKeys.chipKey(chip)));

        assertThat(keys).doesNotHaveDuplicates();
    }

    @SuppressWarnings("unchecked")
    private TableView<JobRow> table() {
        return (TableView<JobRow>) fake.scene.lookup("#queue");
    }

    private void press(KeyCode code, boolean shortcut, boolean alt, boolean shift) {
        FxScene.run(() -> table().fireEvent(key(code, shortcut, alt, shift)));
    }

    private void pressIn(String node, KeyCode code, boolean shortcut) {
        FxScene.run(() -> fake.scene.lookup(node).fireEvent(key(code, shortcut, false, false)));
    }

    private static KeyEvent key(KeyCode code, boolean shortcut, boolean alt, boolean shift) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", code, shift, shortcut && !mac, alt,
                shortcut && mac);
    }
}
