package app.partita.ui.queue;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;

/** A text of the row. */
final class TextCell extends TableCell<JobRow, JobRow> {

    private final Function<JobRow, ObservableValue<String>> text;

    TextCell(Function<JobRow, ObservableValue<String>> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(JobRow row, boolean empty) {
        super.updateItem(row, empty);
        textProperty().unbind();
        if (empty || row == null) {
            setText(null);
        } else {
            textProperty().bind(text.apply(row));
        }
    }
}
