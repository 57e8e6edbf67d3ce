package app.partita.ui;

import app.partita.settings.Settings;
import app.partita.settings.SettingsStore;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** The queue above the player, with one splitter between them; the player comes with the first song. */
final class Halves extends SplitPane {

    private static final String LAYOUT = "halves";
    private static final double QUEUE = 0.46;
    private static final double LOWEST = 120;

    private final Node queue;
    private final Region player;
    private final SettingsStore settings;
    private boolean full;

    Halves(Node queue, Region player, SettingsStore settings) {
        super(queue);
        this.queue = queue;
        this.player = player;
        this.settings = settings;
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("halves");
        player.setMinHeight(LOWEST);
        setResizableWithParent(player, true);
    }

    /** Shows the player too, if it is not shown yet. */
    void showPlayer() {
        if (getItems().contains(player)) {
            return;
        }
        getItems().add(player);
        divide();
    }

    /** The player alone, or both. */
    void toggleFull() {
        if (!getItems().contains(player)) {
            return;
        }
        full = !full;
        if (full) {
            getItems().remove(queue);
        } else {
            getItems().addFirst(queue);
            divide();
        }
    }

    private void divide() {
        setDividerPositions(kept(settings.settings()));
        getDividers().getFirst().positionProperty().addListener((property, old, now) ->
                settings.change(current -> current.withLayout(LAYOUT, Double.toString(now.doubleValue()))));
    }

    private static double kept(Settings settings) {
        String text = settings.layout().get(LAYOUT);
        try {
            return text == null ? QUEUE : Math.clamp(Double.parseDouble(text), 0.05, 0.95);
        } catch (NumberFormatException damaged) {
            return QUEUE;
        }
    }
}
