package app.partita.ui.queue;

import app.partita.ui.text.Texts;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;

/** What hangs at the pointer while rows are dragged: their title, or how many they are. */
final class DragPicture {

    private final Texts texts;

    DragPicture(Texts texts) {
        this.texts = texts;
    }

    /** @param place in whose colours it is drawn */
    Image of(List<JobRow> rows, Scene place) {
        Label label = new Label(words(rows));
        label.getStyleClass().add("drag-picture");
        StackPane root = new StackPane(label);
        root.getStyleClass().setAll(place.getRoot().getStyleClass());
        Scene scene = new Scene(root);
        scene.getStylesheets().setAll(place.getStylesheets());
        return label.snapshot(null, null);
    }

    /** What it says. */
    String words(List<JobRow> rows) {
        return rows.size() == 1 ? rows.getFirst().titleProperty().get() : texts.get("drag.songs", rows.size());
    }
}
