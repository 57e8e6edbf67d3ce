package app.partita.ui.queue;

import app.partita.ui.theme.Cover;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cover, title, and artist or file name. */
final class SongCell extends TableCell<JobRow, JobRow> {

    private static final double COVER = 38;

    private final Region cover = new Region();
    private final Label title = new Label();
    private final Label second = new Label();
    private final HBox content;

    SongCell() {
        cover.setMinSize(COVER, COVER);
        cover.setMaxSize(COVER, COVER);
        title.getStyleClass().add("title");
        title.textProperty().addListener((property, old, now) -> cover.setBackground(now == null ? null : Cover.of(now)));
        second.getStyleClass().add("second");
        VBox names = new VBox(title, second);
        names.getStyleClass().add("names");
        names.setMinWidth(0);
        content = new HBox(cover, names);
        content.getStyleClass().add("song-cell");
    }

    @Override
    protected void updateItem(JobRow row, boolean empty) {
        super.updateItem(row, empty);
        title.textProperty().unbind();
        second.textProperty().unbind();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        title.textProperty().bind(row.titleProperty());
        second.textProperty().bind(row.secondLineProperty());
        setGraphic(content);
    }
}
