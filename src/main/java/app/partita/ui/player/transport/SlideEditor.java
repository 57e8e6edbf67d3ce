package app.partita.ui.player.transport;

import app.partita.ui.player.mixer.Fader;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A slider over a range, with its value in words and a button that resets it. */
final class SlideEditor extends VBox {

    private static final double WIDTH = 240;

    private final Fader fader;

    /**
     * @param step  values are multiples of it
     * @param rest  the value to which it is reset
     * @param words what a value is called
     */
    SlideEditor(String name, double least, double most, double step, double rest, double now,
                DoubleFunction<String> words, String reset, DoubleConsumer change) {
        double range = most - least;
        getStyleClass().add("slide-editor");
        fader = new Fader((rest - least) / range, (rest - least) / range, way -> words.apply(least + way * range));
        fader.setId("editor-fader");
        fader.setPrefWidth(WIDTH);
        fader.setAccessibleText(name);
        fader.valueProperty().set((now - least) / range);
        Label value = new Label();
        value.getStyleClass().add("strong");
        value.textProperty().bind(fader.valueProperty().map(way ->
                words.apply(rounded(least + way.doubleValue() * range, step))));
        Button back = new Button(reset);
        back.setId("editor-reset");
        back.setOnAction(event -> fader.valueProperty().set((rest - least) / range));
        fader.valueProperty().addListener((property, old, way) ->
                change.accept(rounded(least + way.doubleValue() * range, step)));
        HBox line = new HBox(value, back);
        line.getStyleClass().add("editor-line");
        getChildren().addAll(line, fader);
    }

    @Override
    public void requestFocus() {
        fader.requestFocus();
    }

    private static double rounded(double value, double step) {
        return Math.round(value / step) * step;
    }
}
