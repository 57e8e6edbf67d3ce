package app.partita.ui.queue;

import app.partita.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Stands in the table when filter and chip hide all rows: says so, and takes them away again. */
final class NothingLeft extends VBox {

    private static final double GAP = 12;

    NothingLeft(QueueViewModel model, Texts texts) {
        super(GAP);
        setAlignment(Pos.CENTER);
        Label words = new Label();
        words.setId("nothing-left");
        words.getStyleClass().add("empty-words");
        words.setWrapText(true);
        words.textProperty().bind(Bindings.createStringBinding(() -> words(model, texts), model.queryProperty(),
                model.filterProperty()));
        Button clear = new Button(texts.get("filter.clear"));
        clear.setId("filter-clear");
        clear.setOnAction(event -> model.clearFilters());
        getChildren().addAll(words, clear);
    }

    private static String words(QueueViewModel model, Texts texts) {
        String query = model.queryProperty().get().strip();
        String chip = texts.of("chip", model.filterProperty().get());
        if (query.isEmpty()) {
            return texts.get("filter.none.chip", chip);
        }
        return model.filterProperty().get() == QueueFilter.ALL ? texts.get("filter.none", query)
                : texts.get("filter.none.both", query, chip);
    }
}
