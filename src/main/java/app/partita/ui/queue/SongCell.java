package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.jobs.JobSource;
import app.partita.jobs.SongFacts;
import app.partita.ui.covers.CoverShelf;
import app.partita.ui.theme.Cover;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cover, title, and artist or file name. */
final class SongCell extends TableCell<JobRow, JobRow> {

    private static final double COVER = 38;

    private final CoverShelf covers;
    private final Region cover = new Region();
    private final Label title = new Label();
    private final Label second = new Label();
    private final HBox content;
    private final ChangeListener<Job> changes = (property, old, now) -> {
        if (!old.facts().equals(now.facts())) {
            showCover();
        }
    };
    private JobRow bound;

    SongCell(CoverShelf covers) {
        this.covers = covers;
        cover.setMinSize(COVER, COVER);
        cover.setMaxSize(COVER, COVER);
        cover.getStyleClass().add("cover");
        title.getStyleClass().add("title");
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
        JobRow now = empty ? null : row;
        if (now == bound) {
            return;
        }
        if (bound != null) {
            bound.jobProperty().removeListener(changes);
            title.textProperty().unbind();
            second.textProperty().unbind();
        }
        bound = now;
        if (now == null) {
            setGraphic(null);
            return;
        }
        now.jobProperty().addListener(changes);
        title.textProperty().bind(now.titleProperty());
        second.textProperty().bind(now.secondLineProperty());
        showCover();
        setGraphic(content);
    }

    /** The gradient stands only until the picture is there: one from the shelf replaces it before it is drawn. */
    private void showCover() {
        cover.setBackground(Cover.of(bound.titleProperty().get()));
        JobSource song = bound.job().source();
        if (bound.job().facts().filter(SongFacts::hasCover).isPresent()) {
            covers.ask(song, picture -> Optional.ofNullable(bound).filter(row -> row.job().source().equals(song))
                    .ifPresent(row -> cover.setBackground(Cover.of(picture))));
        }
    }
}
