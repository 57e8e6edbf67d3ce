package app.partita.ui.player.mixer;

import javafx.scene.layout.Region;

/** A bar for a stem's level, with a line where it last was highest; moved without a layout. */
final class LevelMeter extends Region {

    static final double WIDTH = 6;

    private static final double HOLD = 2;

    private final Region bar = new Region();
    private final Region hold = new Region();
    private double level;
    private double held;

    LevelMeter(String colour) {
        getStyleClass().add("level-meter");
        bar.getStyleClass().addAll("level-bar", colour);
        hold.getStyleClass().addAll("level-hold", colour);
        bar.setManaged(false);
        hold.setManaged(false);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        getChildren().addAll(bar, hold);
    }

    /** @param now, highest 0 to 1 */
    void show(double now, double highest) {
        if (now != level || highest != held) {
            level = now;
            held = highest;
            place();
        }
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        double height = Math.round(getHeight() * level);
        bar.setVisible(height > 0);
        bar.resizeRelocate(0, getHeight() - height, WIDTH, height);
        hold.setVisible(held > 0);
        hold.resizeRelocate(0, Math.max(0, getHeight() - Math.round(getHeight() * held)), WIDTH, HOLD);
    }
}
