package app.partita.ui;

import app.partita.ui.queue.QueueFilter;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work everywhere in the window. */
final class WindowKeys {

    private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6);

    private final Consumer<WindowAction> actions;
    private final Consumer<QueueFilter> chips;

    WindowKeys(Consumer<WindowAction> actions, Consumer<QueueFilter> chips) {
        this.actions = actions;
        this.chips = chips;
    }

    /** The key of a chip. */
    static KeyCombination chipKey(QueueFilter chip) {
        return new KeyCodeCombination(DIGITS.get(chip.ordinal()), KeyCombination.SHORTCUT_DOWN);
    }

    void pressed(Scene scene, KeyEvent event) {
        boolean text = scene.getFocusOwner() instanceof TextInputControl;
        for (WindowAction action : WindowAction.values()) {
            if (action.key().match(event) && !(text && action.yieldsToText())) {
                actions.accept(action);
                event.consume();
                return;
            }
        }
        for (QueueFilter chip : QueueFilter.values()) {
            if (chipKey(chip).match(event)) {
                chips.accept(chip);
                event.consume();
                return;
            }
        }
    }
}
