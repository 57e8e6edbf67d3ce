package app.partita.ui.player.export;

import app.partita.audio.OutputFormat;
import app.partita.player.PlayerState;
import app.partita.ui.dialogs.Sheet;
import app.partita.ui.dialogs.Spoken;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.player.export.ExportChoice.Content;
import app.partita.ui.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Asks what of the open song shall be written, how much of it, and in which format. */
public final class ExportSheet {

    private static final double WIDTH = 480;

    private final ExportDesk desk;
    private final Texts texts;
    private final GridPane grid = new GridPane();

    public ExportSheet(ExportDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    /** A sheet for the song as it is heard now. */
    public Sheet sheet(PlayerViewModel model, OpenedSong song) {
        PlayerState state = model.stateProperty().get();
        grid.getStyleClass().add("settings-grid");
        ComboBox<Content> what = line("export.what", ExportChoice.contents(state, model.stems()),
                content -> ExportNames.of(content, texts));
        ComboBox<Boolean> loop = line("export.range", state.loop().isPresent() ? List.of(true, false) : List.of(false),
                only -> texts.get(only ? "export.range.loop" : "export.range.song"));
        ComboBox<OutputFormat> format = line("export.format", List.of(OutputFormat.values()),
                known -> texts.of("format", known));
        return new Sheet(texts.get("export.heading"), WIDTH, grid)
                .button("export-cancel", texts.get("export.cancel"), () -> { })
                .defaultButton("export-choose", texts.get("export.choose"), () -> desk.start(song,
                        new ExportChoice(what.getValue(), loop.getValue(), format.getValue()), state));
    }

    private <T> ComboBox<T> line(String key, List<T> values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(key.replace('.', '-'));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Spoken<>(name));
        box.getItems().setAll(values);
        box.setValue(values.getFirst());
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("dim");
        label.setLabelFor(box);
        label.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(label.getText());
        GridPane.setHgrow(box, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, box);
        return box;
    }
}
