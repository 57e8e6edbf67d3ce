package app.partita.ui.queue;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Time spent, and the time left as long as there is some: beside each other, or in a narrow column in two lines. */
final class TimeCell extends TableCell<JobRow, JobRow> {

    private static final double ROOMY = 160;

    private final Label elapsed = new Label();
    private final Label dot = new Label(" · ");
    private final Label left = new Label();
    private final HBox beside = new HBox();
    private final VBox stacked = new VBox();

    TimeCell() {
        elapsed.setMinWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("left");
        dot.visibleProperty().bind(left.textProperty().isNotEmpty());
        left.getStyleClass().add("left");
        left.managedProperty().bind(left.textProperty().isNotEmpty());
        beside.getStyleClass().add("time-cell");
        stacked.getStyleClass().add("time-cell");
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= ROOMY));
    }

    private void arrange(boolean roomy) {
        if (roomy) {
            beside.getChildren().setAll(elapsed, dot, left);
        } else {
            stacked.getChildren().setAll(elapsed, left);
        }
        if (getGraphic() != null) {
            setGraphic(roomy ? beside : stacked);
        }
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
        left.textProperty().bind(row.leftProperty());
        setGraphic(getWidth() >= ROOMY ? beside : stacked);
    }
}
