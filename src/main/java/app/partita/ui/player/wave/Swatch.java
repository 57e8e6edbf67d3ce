package app.partita.ui.player.wave;

import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Learns a colour from the style sheets, for what is painted by hand: a shape without extent that wears it. */
public final class Swatch extends Rectangle {

    private final ObservableValue<Color> colour;

    /** @param styleClasses whose {@code -fx-fill} is the colour */
    public Swatch(String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        setManaged(false);
        setMouseTransparent(true);
        colour = fillProperty().map(paint -> paint instanceof Color plain ? plain : Color.TRANSPARENT);
    }

    public ObservableValue<Color> colour() {
        return colour;
    }
}
