package app.partita.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.OutputFormat;
import app.partita.settings.Settings;
import app.partita.settings.SettingsStore;
import app.partita.settings.Theme;
import app.partita.testkit.FakeScheduler;
import app.partita.ui.FakeWindow;
import app.partita.ui.FxScene;
import app.partita.ui.WindowAction;
import app.partita.ui.theme.ColourScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSheetTest {

    @TempDir
    private Path folder;

    private final FakeScheduler scheduler = new FakeScheduler();
    private FakeWindow fake;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        fake = FxScene.on(() -> {
            FakeWindow made = FakeWindow.of(Locale.ENGLISH, folder, scheduler);
            made.window.perform(WindowAction.SETTINGS);
            return made;
        });
    }

    @Test
    void everyChoiceHoldsAtOnceAndIsThereAgainAfterAStart() {
        FxScene.run(() -> {
            choose("#settings-format", OutputFormat.FLAC);
            choose("#settings-theme", Theme.LIGHT);
            choose("#settings-language", "de");
            this.<Spinner<Integer>>lookup("#settings-threads").getValueFactory().setValue(1);
            this.<Spinner<Integer>>lookup("#settings-at_once").getValueFactory().setValue(3);
            this.<CheckBox>lookup("#settings-priority").fire();
        });

        Settings now = fake.settings.settings();
        assertThat(now.format()).isEqualTo("flac");
        assertThat(now.theme()).isEqualTo(Theme.LIGHT);
        assertThat(now.language()).isEqualTo("de");
        assertThat(now.threads()).isEqualTo(1);
        assertThat(now.jobsAtOnce()).isEqualTo(3);
        assertThat(now.lowPriority()).isEqualTo(!Settings.DEFAULT.lowPriority());
        scheduler.elapse();
        assertThat(new SettingsStore(folder.resolve("settings.json"), scheduler).settings()).isEqualTo(now);
    }

    @Test
    void theDeviceIsChosenAmongThoseThatAreThereNow() {
        FxScene.run(() -> {
            assertThat(this.<ComboBox<String>>lookup("#settings-device").getItems())
                    .containsExactly("", "Built-in Audio", "Headphones");
            choose("#settings-device", "Headphones");
        });
        assertThat(fake.settings.settings().audioDevice()).isEqualTo("Headphones");
        scheduler.elapse();
        assertThat(new SettingsStore(folder.resolve("settings.json"), scheduler).settings().audioDevice())
                .isEqualTo("Headphones");
    }

    @Test
    void aChosenDeviceThatIsGoneIsKept() {
        FxScene.run(() -> {
            choose("#settings-device", "Headphones");
            fake.devices.remove("Headphones");
            fake.sheets.dismiss(SettingsSheet.ID);
            fake.window.perform(WindowAction.SETTINGS);
            assertThat(this.<ComboBox<String>>lookup("#settings-device").getValue()).isEqualTo("Headphones");
        });
        assertThat(fake.settings.settings().audioDevice()).isEqualTo("Headphones");
    }

    @Test
    void theThemeIsWornAtOnce() {
        FxScene.run(() -> choose("#settings-theme", Theme.LIGHT));

        assertThat(FxScene.on(() -> fake.scene.getRoot().getStyleClass())).contains("light").doesNotContain("dark");
        FxScene.run(() -> choose("#settings-theme", Theme.SYSTEM));
        assertThat(FxScene.on(() -> fake.scene.getRoot().getStyleClass())).contains("dark");
        FxScene.run(() -> fake.desktop.set(ColourScheme.LIGHT));
        assertThat(FxScene.on(() -> fake.scene.getRoot().getStyleClass())).contains("light");
    }

    @Test
    void stemsGoIntoAChosenFolderOrBesideTheSong() {
        fake.toChoose.add(Path.of("/stems"));
        FxScene.run(() -> button(2).fire());
        assertThat(fake.settings.settings().outputFolder()).isEqualTo(Optional.of(Path.of("/stems")));
        assertThat(FxScene.on(() -> ((Label) output().getChildren().getFirst()).getText())).isEqualTo("/stems");

        FxScene.run(() -> button(1).fire());
        assertThat(fake.settings.settings().outputFolder()).isEmpty();
    }

    @Test
    void nothingChosenChangesNothing() {
        FxScene.run(() -> button(2).fire());

        assertThat(fake.settings.settings().outputFolder()).isEmpty();
    }

    @Test
    void everyControlIsNamedForThoseWhoListen() {
        FxScene.run(() -> {
            for (String id : new String[] {"model", "format", "threads", "at_once", "device", "theme", "language"}) {
                assertThat(fake.scene.lookup("#settings-" + id).getAccessibleText()).as(id).isNotBlank();
            }
        });
    }

    private HBox output() {
        return lookup("#settings-output");
    }

    private Button button(int index) {
        return (Button) output().getChildren().get(index);
    }

    private <T> void choose(String id, T value) {
        this.<ComboBox<T>>lookup(id).setValue(value);
    }

    @SuppressWarnings("unchecked")
    private <T> T lookup(String id) {
        return (T) fake.scene.lookup(id);
    }
}
