package app.partita.ui.queue;

import app.partita.ui.text.Texts;
import app.partita.ui.theme.Mark;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What an empty queue shows: what to do. */
final class EmptyQueue extends StackPane {

    private final Button add;

    /**
     * @param demo      writes the demo song and queues it
     * @param composing whether it is being written
     */
    EmptyQueue(Texts texts, Runnable choose, Runnable demo, ObservableValue<Boolean> composing) {
        getStyleClass().add("empty-queue");
        Label heading = new Label(texts.get("empty.heading"));
        heading.getStyleClass().add("heading");
        Label words = new Label(texts.get("empty.words"));
        words.getStyleClass().add("empty-words");
        words.setWrapText(true);
        add = new Button(texts.get("empty.add"));
        add.setId("empty-add");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> choose.run());
        Button tryDemo = new Button();
        // Not disabled meanwhile: the keyboard would jump elsewhere. Only as long as it is shown: the song outlives it.
        composing.when(sceneProperty().isNotNull()).subscribe(now ->
                tryDemo.setText(texts.get(now ? "empty.composing" : "empty.demo")));
        tryDemo.setId("empty-demo");
        tryDemo.setOnAction(event -> demo.run());
        HBox buttons = new HBox(10, add, tryDemo);
        buttons.setMaxWidth(Region.USE_PREF_SIZE);
        VBox card = new VBox(Mark.ofWidth(57), gap(44), heading, gap(8), words, gap(24), buttons);
        card.getStyleClass().add("empty-card");
        getChildren().add(card);
    }

    void focusFirst() {
        add.requestFocus();
    }

    private static Region gap(double height) {
        Region gap = new Region();
        gap.setMinHeight(height);
        return gap;
    }
}
