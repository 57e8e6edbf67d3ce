package app.partita.ui.queue;

import app.partita.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** All that can be done with the selected rows. */
final class RowMenu extends ContextMenu {

    private final Texts texts;
    private final RowActions actions;
    private final Supplier<List<JobRow>> selected;

    RowMenu(Texts texts, RowActions actions, Supplier<List<JobRow>> selected) {
        this.texts = texts;
        this.actions = actions;
        this.selected = selected;
        setOnShowing(event -> fill());
        getItems().add(new MenuItem());
    }

    private void fill() {
        List<JobRow> rows = selected.get();
        getItems().clear();
        for (RowAction action : RowAction.values()) {
            if (action == RowAction.MOVE_UP || action == RowAction.CANCEL) {
                getItems().add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(texts.of("action", action), action.icon().node());
            item.setAccelerator(action.key());
            item.setDisable(rows.stream().noneMatch(action::suits));
            item.setOnAction(event -> actions.perform(action, rows));
            getItems().add(item);
        }
    }
}
