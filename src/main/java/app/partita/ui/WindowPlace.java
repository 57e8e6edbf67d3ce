package app.partita.ui;

import app.partita.settings.SettingsStore;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Remembers where the window was, if that place is still on a screen. */
final class WindowPlace {

    /** The window's size as long as nobody changed it. */
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;

    private static final String KEY = "window.place";
    private static final double SEEN = 80;
    /** Of the screen at most, since the desktop draws a frame around the window. */
    private static final double SHARE = 0.94;

    private final Stage stage;
    private final SettingsStore settings;

    WindowPlace(Stage stage, SettingsStore settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Puts the window there, for the first time into the middle of the screen, and keeps where it is put from now on. */
    void restore() {
        stage.setMinWidth(800);
        stage.setMinHeight(600);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, SHARE * screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, SHARE * screen.getHeight()));
        stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
        String kept = settings.settings().layout().getOrDefault(KEY, "");
        if (kept.matches("-?\\d{1,5}( -?\\d{1,5}){3} (true|false)")) {
            String[] parts = kept.split(" ");
            double[] place = Arrays.stream(parts, 0, 4).mapToDouble(Double::parseDouble).toArray();
            if (!Screen.getScreensForRectangle(place[0] + SEEN, place[1], SEEN, SEEN).isEmpty()) {
                stage.setX(place[0]);
                stage.setY(place[1]);
                stage.setWidth(Math.max(stage.getMinWidth(), place[2]));
                stage.setHeight(Math.max(stage.getMinHeight(), place[3]));
                stage.setMaximized(Boolean.parseBoolean(parts[4]));
            }
        }
        stage.xProperty().addListener(change -> keep());
        stage.yProperty().addListener(change -> keep());
        stage.widthProperty().addListener(change -> keep());
        stage.heightProperty().addListener(change -> keep());
        stage.maximizedProperty().addListener(change -> keep());
    }

    private void keep() {
        if (stage.isShowing() && !stage.isIconified()) {
            String place = Math.round(stage.getX()) + " " + Math.round(stage.getY()) + " "
                    + Math.round(stage.getWidth()) + " " + Math.round(stage.getHeight()) + " " + stage.isMaximized();
            settings.change(now -> now.withLayout(KEY, place));
        }
    }
}
