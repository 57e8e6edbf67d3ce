package app.partita.ui.player.transport;

import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A value below its name: a click opens its editor, the wheel and ↑ ↓ change it, a double click resets it. */
final class Readout extends VBox {

    private static final double NOTCH = 40;

    private final Label value = new Label();

    Readout(String id, ObservableValue<String> caption, ObservableValue<String> words) {
        setId(id);
        getStyleClass().add("readout");
        Label name = new Label();
        name.textProperty().bind(caption);
        name.getStyleClass().addAll("small", "dim");
        value.getStyleClass().add("strong");
        value.textProperty().bind(words);
        value.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, value);
        accessibleTextProperty().bind(Bindings.createStringBinding(() -> caption.getValue() + ": " + words.getValue(),
                caption, words));
    }

    Readout(String id, String caption, ObservableValue<String> words) {
        this(id, new ReadOnlyStringWrapper(caption), words);
    }

    /**
     * Makes it more than words.
     *
     * @param edit  opens the editor
     * @param nudge told by how many steps the value shall change
     * @param reset brings the value back
     */
    Readout editable(String tip, Runnable edit, DoubleConsumer nudge, Runnable reset) {
        getStyleClass().add("editable");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        Tooltip.install(this, new Tooltip(tip));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                if (event.getClickCount() == 2) {
                    reset.run();
                } else if (event.getClickCount() == 1) {
                    edit.run();
                }
            }
        });
        setOnScroll(event -> {
            nudge.accept(Math.signum(event.getDeltaY()) * Math.max(1, Math.round(Math.abs(event.getDeltaY()) / NOTCH)));
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean taken = true;
            switch (event.getCode()) {
                case UP -> nudge.accept(1);
                case DOWN -> nudge.accept(-1);
                case ENTER -> edit.run();
                case BACK_SPACE, DELETE -> reset.run();
                default -> taken = false;
            }
            if (taken) {
                event.consume();
            }
        });
        return this;
    }
}
