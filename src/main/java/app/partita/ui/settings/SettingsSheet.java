package app.partita.ui.settings;

import app.partita.audio.OutputFormat;
import app.partita.settings.Settings;
import app.partita.settings.SettingsStore;
import app.partita.settings.Theme;
import app.partita.ui.dialogs.Sheet;
import app.partita.ui.dialogs.Spoken;
import app.partita.ui.system.FileChoosers;
import app.partita.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The settings; each holds from the moment it is changed, for songs added after that. */
public final class SettingsSheet {

    /** Of the sheet in its layer. */
    public static final String ID = "settings-sheet";

    private static final double WIDTH = 560;
    private static final int MOST_AT_ONCE = 8;
    private static final List<String> LANGUAGES = List.of("", "en", "de");

    private final SettingsStore store;
    private final FileChoosers choosers;
    private final Texts texts;
    private final List<String> models;
    private final ObservableValue<Optional<List<String>>> devices;
    private final GridPane grid = new GridPane();

    /**
     * @param models  the names to choose from
     * @param devices the audio devices to choose from, once they are known
     */
    public SettingsSheet(SettingsStore store, FileChoosers choosers, Texts texts, List<String> models,
                         ObservableValue<Optional<List<String>>> devices) {
        this.store = store;
        this.choosers = choosers;
        this.texts = texts;
        this.models = models;
        this.devices = devices;
    }

    /** A sheet that shows the settings as they are now. */
    public Sheet sheet() {
        Settings now = store.settings();
        int processors = Runtime.getRuntime().availableProcessors();
        grid.getStyleClass().add("settings-grid");
        line("output", outputFolder(now));
        line("model", choice("model", models, now.model(), name -> name, Settings::withModel));
        line("format", choice("format", List.of(OutputFormat.values()), OutputFormat.of(now.format()),
                format -> texts.of("format", format), (settings, format) -> settings.withFormat(format.id())));
        line("threads", number("threads", 0, processors, now.threads(),
                count -> count == 0 ? texts.get("settings.threads.all", processors) : Integer.toString(count),
                Settings::withThreads));
        line("at_once", number("at_once", 1, MOST_AT_ONCE, now.jobsAtOnce(), count -> Integer.toString(count),
                Settings::withJobsAtOnce));
        line("priority", lowPriority(now));
        line("device", device(now));
        line("theme", choice("theme", List.of(Theme.values()), now.theme(), theme -> texts.of("theme", theme),
                Settings::withTheme));
        line("language", choice("language", LANGUAGES, now.language(), this::languageName, Settings::withLanguage));
        Sheet sheet = new Sheet(texts.get("settings.heading"), WIDTH, grid)
                .defaultButton("settings-close", texts.get("settings.close"), () -> { });
        sheet.setId(ID);
        return sheet;
    }

    private void line(String key, Node control) {
        Label label = new Label(texts.get("settings." + key));
        label.getStyleClass().add("dim");
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setId("settings-" + key);
        GridPane.setHgrow(control, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private Node outputFolder(Settings now) {
        Label where = new Label();
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        Button beside = new Button(texts.get("settings.output.beside"));
        Button choose = new Button(texts.get("settings.output.choose"));
        List.of(beside, choose).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        choose.setOnAction(event -> choosers.folder(texts.get("choose.output"))
                .ifPresent(folder -> outputFolder(Optional.of(folder), where, beside)));
        beside.setOnAction(event -> outputFolder(Optional.empty(), where, beside));
        show(now.outputFolder(), where, beside);
        HBox row = new HBox(8, where, beside, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void outputFolder(Optional<Path> folder, Label where, Button beside) {
        store.change(settings -> settings.withOutputFolder(folder));
        show(folder, where, beside);
    }

    private void show(Optional<Path> folder, Label where, Button beside) {
        where.setText(folder.map(Path::toString).orElseGet(() -> texts.get("settings.output.is_beside")));
        beside.setVisible(folder.isPresent());
        beside.setManaged(folder.isPresent());
    }

    private Node lowPriority(Settings now) {
        CheckBox box = new CheckBox(texts.get("settings.priority.words"));
        box.setSelected(now.lowPriority());
        box.setOnAction(event -> store.change(settings -> settings.withLowPriority(box.isSelected())));
        return box;
    }

    private Node device(Settings now) {
        ComboBox<String> box = choice("device", devices(now.audioDevice()), now.audioDevice(),
                name -> name.isEmpty() ? texts.get("settings.device.system") : name, Settings::withAudioDevice);
        Subscription found = devices.subscribe(names -> {
            String chosen = box.getValue();
            box.getItems().setAll(devices(chosen));
            box.setValue(chosen);
        });
        box.sceneProperty().subscribe((before, shown) -> {
            if (shown == null) {
                found.unsubscribe();
            }
        });
        return box;
    }

    /** The system's choice, those that are there, and the chosen one even if it is not. */
    private List<String> devices(String chosen) {
        return Stream.of(Stream.of(""), devices.getValue().orElse(List.of()).stream(), Stream.of(chosen))
                .flatMap(names -> names).distinct().toList();
    }

    private <T> ComboBox<T> choice(String key, List<T> values, T now, Function<T, String> name,
                            BiFunction<Settings, T, Settings> change) {
        ComboBox<T> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Spoken<>(name));
        box.getItems().setAll(values);
        box.setValue(now);
        box.setAccessibleText(texts.get("settings." + key));
        box.valueProperty().addListener((property, old, chosen) -> {
            // For a moment there is none while the list changes.
            if (chosen != null) {
                store.change(settings -> change.apply(settings, chosen));
            }
        });
        return box;
    }

    private Node number(String key, int least, int most, int now, Function<Integer, String> name,
                        BiFunction<Settings, Integer, Settings> change) {
        Spinner<Integer> spinner = new Spinner<>(least, Math.max(most, now), now);
        spinner.setMaxWidth(Double.MAX_VALUE);
        spinner.getValueFactory().setConverter(new Spoken<>(name));
        spinner.setAccessibleText(texts.get("settings." + key));
        spinner.valueProperty().addListener((property, old, chosen) ->
                store.change(settings -> change.apply(settings, chosen)));
        return spinner;
    }

    private String languageName(String tag) {
        if (tag.isEmpty()) {
            return texts.get("settings.language.system");
        }
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }
}
