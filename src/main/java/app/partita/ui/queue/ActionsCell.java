package app.partita.ui.queue;

import app.partita.jobs.JobState;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Buttons for what is done most with a row in its state; all else is in the menu, everything has a key. */
final class ActionsCell extends TableCell<JobRow, JobRow> {

    private final Texts texts;
    private final RowActions actions;
    private final Map<RowAction, Tooltip> tips;
    private final HBox buttons = new HBox();
    private final Map<RowAction, Button> made = new EnumMap<>(RowAction.class);
    private final ChangeListener<JobState> changes = (property, old, now) -> show(now);
    private JobRow bound;

    /** @param tips shared by the column's cells: each is a window of its own */
    ActionsCell(Texts texts, RowActions actions, Map<RowAction, Tooltip> tips) {
        this.texts = texts;
        this.actions = actions;
        this.tips = tips;
        buttons.getStyleClass().add("row-actions");
    }

    @Override
    protected void updateItem(JobRow row, boolean empty) {
        super.updateItem(row, empty);
        JobRow now = empty ? null : row;
        if (now == bound) {
            return;
        }
        if (bound != null) {
            bound.stateProperty().removeListener(changes);
        }
        bound = now;
        if (now == null) {
            setGraphic(null);
            return;
        }
        now.stateProperty().addListener(changes);
        show(now.state());
        setGraphic(buttons);
    }

    private void show(JobState state) {
        List<Node> shown = new ArrayList<>();
        for (RowAction action : RowAction.values()) {
            if (action.hasButton(state)) {
                shown.add(made.computeIfAbsent(action, this::button));
            }
        }
        buttons.getChildren().setAll(shown);
    }

    /** Out of the Tab order, which would otherwise lead through every row; the keys work on the selected rows. */
    private Button button(RowAction action) {
        Button button = new Button(null, action.icon().node());
        button.getStyleClass().add("icon");
        button.setFocusTraversable(false);
        String name = texts.of("action", action);
        button.setAccessibleText(name);
        button.setTooltip(tips.computeIfAbsent(action,
                one -> new Tooltip(name + "  " + one.key().getDisplayText())));
        button.setOnAction(event -> actions.perform(action, List.of(bound)));
        return button;
    }
}
