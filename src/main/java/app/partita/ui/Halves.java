package app.partita.ui;

import app.partita.settings.Settings;
import app.partita.settings.SettingsStore;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The queue above the player, with one splitter between them; the player comes with the first song. */
final class Halves extends StackPane {

    private static final String LAYOUT = "halves";
    private static final double QUEUE = 0.46;
    private static final double LOWEST = 120;

    private final Node queue;
    private final Region player;
    private final SettingsStore settings;
    private final SplitPane split = new SplitPane();
    private boolean full;

    Halves(Node queue, Region player, SettingsStore settings) {
        super(queue);
        this.queue = queue;
        this.player = player;
        this.settings = settings;
        split.setOrientation(Orientation.VERTICAL);
        getStyleClass().add("halves");
        player.setMinHeight(LOWEST);
    }

    /** Shows the player too, if it is not shown yet. */
    void showPlayer() {
        if (isPlayerShown()) {
            return;
        }
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        split.getItems().addAll(queue, player);
        getChildren().setAll(split);
        divide();
        // The queue left the scene for a moment, and the focus with it; only the layout gives it its new place there.
        applyCss();
        layout();
        if (focused != null) {
            focused.requestFocus();
        }
    }

    /** The player alone, or both. */
    void toggleFull() {
        if (!isPlayerShown()) {
            return;
        }
        full = !full;
        if (full) {
            split.getItems().remove(queue);
        } else {
            split.getItems().addFirst(queue);
            divide();
        }
    }

    private boolean isPlayerShown() {
        return getChildren().contains(split);
    }

    private void divide() {
        split.setDividerPositions(kept(settings.settings()));
        split.getDividers().getFirst().positionProperty().addListener((property, old, now) ->
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
