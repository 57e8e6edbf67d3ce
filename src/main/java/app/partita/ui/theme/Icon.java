package app.partita.ui.theme;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pictures on buttons and in cells. */
public enum Icon {
    ADD(Feather.PLUS),
    ALERT(Feather.ALERT_TRIANGLE),
    BASS("M16.6 0.4 19.6 3.4 18.2 4.8 17.4 4.6 12.8 9.2C13.9 11 13.6 13 12.2 13.9 11.2 14.5 10.6 15 10.3 16.1 "
            + "9.5 19.1 5.4 20.2 2.6 17.4 -0.2 14.6 0.9 10.5 3.9 9.7 5 9.4 5.5 8.8 6.1 7.8 7 6.4 9 6.1 10.8 7.2L15.4 "
            + "2.6 15.2 1.8ZM9.6 8.6C8.6 8 7.7 8.2 7.4 8.8 6.6 10.1 5.8 10.9 4.3 11.3 2.5 11.8 1.9 14.3 3.8 16.2 5.7 "
            + "18.1 8.2 17.5 8.7 15.7 9.1 14.2 9.9 13.4 11.2 12.6 11.8 12.3 12 11.4 11.4 10.4L8.6 13.2A1.5 1.5 0 1 1 "
            + "6.8 11.4Z", 16, 16),
    CANCEL(Feather.X),
    CHECK(Feather.CHECK),
    CLOSE(Feather.X),
    COPY(Feather.COPY),
    DRUMS("M10 3C5 3 1 4.7 1 7V14C1 16.3 5 18 10 18S19 16.3 19 14V7C19 6.2 18.5 5.5 17.7 4.9L20 2.4 18.8 1.2 16.1 "
            + "4.1C14.5 3.4 12.3 3 10 3ZM10 4.7C11.7 4.7 13.4 4.9 14.7 5.3L12.2 7.9 13.4 9.1 16.4 5.9C17 6.3 17.3 6.7 "
            + "17.3 7 17.3 8.1 14.1 9.3 10 9.3S2.7 8.1 2.7 7 5.9 4.7 10 4.7ZM2.7 9.4C3.9 10.2 5.7 10.7 7.8 10.9V16.1C4.7 "
            + "15.8 2.7 14.8 2.7 14ZM17.3 9.4V14C17.3 14.8 15.3 15.8 12.2 16.1V10.9C14.3 10.7 16.1 10.2 17.3 9.4ZM9.4 "
            + "11H10.6V16.3H9.4Z", 17, 15),
    EXPORT(Feather.UPLOAD),
    FOLDER(Feather.FOLDER),
    GUITAR(BASS),
    INFO(Feather.INFO),
    LOOP(Feather.REPEAT),
    LOST(Feather.HELP_CIRCLE),
    MOON(Feather.MOON),
    MOVE_DOWN(Feather.ARROW_DOWN),
    MOVE_UP(Feather.ARROW_UP),
    NEXT(Feather.SKIP_FORWARD),
    ORIGINAL(Feather.ACTIVITY),
    OTHER(Feather.MUSIC),
    PAUSE("M0 0h2v10H0zM5 0h2v10H5z", 7, 10),
    PIANO("M1 1H19V19H1ZM2.7 2.7V17.3H6.1V11H5V2.7ZM7.8 2.7V11H7.8V17.3H12.2V11H12.2V2.7ZM15 2.7V11H13.9V17.3H17.3V2.7Z",
            16, 16),
    PLAY("M0 0.8Q0 -0.4 1.1 0.2L10 5.4Q10.9 6 10 6.6L1.1 11.8Q0 12.4 0 11.2z", 10, 12),
    PREVIOUS(Feather.SKIP_BACK),
    REMOVE(Feather.TRASH_2),
    RETRY(Feather.ROTATE_CW),
    SEARCH(Feather.SEARCH),
    SETTINGS(Feather.SETTINGS),
    SPECTROGRAM(Feather.BAR_CHART_2),
    STOP("M1.2 0H9.8Q11 0 11 1.2V9.8Q11 11 9.8 11H1.2Q0 11 0 9.8V1.2Q0 0 1.2 0z", 11, 11),
    STOPPED(Feather.SLASH),
    SUN(Feather.SUN),
    VOCALS(Feather.MIC),
    VOLUME(Feather.VOLUME_2);

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

    Icon(Icon same) {
        this.glyph = same.glyph;
        this.shape = same.shape;
        this.width = same.width;
        this.height = same.height;
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
