package app.partita.ui;

import app.partita.ui.dialogs.Sheet;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.queue.QueueFilter;
import app.partita.ui.queue.RowAction;
import app.partita.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys, from the tables that their handlers use. */
final class KeySheet {

    static final String ID = "keys";

    private static final double WIDTH = 980;

    private final Texts texts;

    KeySheet(Texts texts) {
        this.texts = texts;
    }

    Sheet sheet() {
        GridPane player = grid();
        for (PlayerKey key : PlayerKey.values()) {
            line(player, key.shown(texts), texts.of("playerkey", key));
        }
        GridPane queue = grid();
        for (WindowAction action : WindowAction.values()) {
            line(queue, action.key().getDisplayText(), texts.of("window", action));
        }
        for (QueueFilter chip : QueueFilter.values()) {
            line(queue, WindowKeys.chipKey(chip).getDisplayText(),
                    texts.get("chip.tooltip", texts.of("chip", chip)));
        }
        GridPane rows = grid();
        for (RowAction action : RowAction.values()) {
            line(rows, action.key().getDisplayText(), texts.of("action", action));
        }
        HBox columns = new HBox(column("keys.player", player), column("keys.window", queue),
                column("keys.rows", rows));
        columns.getStyleClass().add("key-columns");
        return new Sheet(texts.get("keys.heading"), WIDTH, columns)
                .defaultButton("keys-close", texts.get("settings.close"), () -> { });
    }

    private VBox column(String heading, GridPane keys) {
        Label title = new Label(texts.get(heading));
        title.getStyleClass().add("strong");
        VBox column = new VBox(8, title, keys);
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        return grid;
    }

    private static void line(GridPane grid, String key, String words) {
        Label name = new Label(key);
        name.getStyleClass().add("key-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label does = new Label(words);
        does.getStyleClass().add("dim");
        does.setMaxWidth(210);
        does.setWrapText(true);
        grid.addRow(grid.getRowCount(), name, does);
    }
}
