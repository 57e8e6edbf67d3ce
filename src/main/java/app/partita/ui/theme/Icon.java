package app.partita.ui.theme;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pictures on buttons and in cells. */
public enum Icon {
    ADD(Feather.PLUS),
    ALERT(Feather.ALERT_TRIANGLE),
    CANCEL(Feather.X),
    CHECK(Feather.CHECK),
    CLOSE(Feather.X),
    COPY(Feather.COPY),
    FOLDER(Feather.FOLDER),
    INFO(Feather.INFO),
    LOST(Feather.HELP_CIRCLE),
    MOON(Feather.MOON),
    MOVE_DOWN(Feather.ARROW_DOWN),
    MOVE_UP(Feather.ARROW_UP),
    PAUSE("M0 0h2v10H0zM5 0h2v10H5z", 7, 10),
    PLAY("M0 0.8Q0 -0.4 1.1 0.2L10 5.4Q10.9 6 10 6.6L1.1 11.8Q0 12.4 0 11.2z", 10, 12),
    REMOVE(Feather.TRASH_2),
    RETRY(Feather.ROTATE_CW),
    SEARCH(Feather.SEARCH),
    SETTINGS(Feather.SETTINGS),
    STOPPED(Feather.SLASH),
    SUN(Feather.SUN);

    private final Feather glyph;
    private final String shape;
    private final double width;
    private final double height;

    Icon(Feather glyph) {
        this.glyph = glyph;
        this.shape = null;
        this.width = 0;
        this.height = 0;
    }

    Icon(String shape, double width, double height) {
        this.glyph = null;
        this.shape = shape;
        this.width = width;
        this.height = height;
    }

    /** A new node that shows it, coloured and sized by style sheets. */
    public Node node(String... styleClasses) {
        Node node = glyph == null ? filled() : new FontIcon(glyph);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    private Region filled() {
        Region region = new Region();
        region.getStyleClass().add("filled-icon");
        region.setStyle("-fx-shape: \"" + shape + "\";");
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        region.setMaxSize(width, height);
        return region;
    }
}
