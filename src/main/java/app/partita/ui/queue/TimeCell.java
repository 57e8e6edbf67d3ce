package app.partita.ui.queue;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** Time spent, and the time left as long as there is some. */
final class TimeCell extends TableCell<JobRow, JobRow> {

    private final Label elapsed = new Label();
    private final Label left = new Label();
    private final HBox content = new HBox(elapsed, left);

    TimeCell() {
        elapsed.setMinWidth(USE_PREF_SIZE);
        left.getStyleClass().add("left");
        content.getStyleClass().add("time-cell");
    }

    @Override
    protected void updateItem(JobRow row, boolean empty) {
        super.updateItem(row, empty);
        elapsed.textProperty().unbind();
        left.textProperty().unbind();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        elapsed.textProperty().bind(row.elapsedProperty());
        left.textProperty().bind(row.leftProperty().map(text -> text.isEmpty() ? "" : " · " + text));
        setGraphic(content);
    }
}
