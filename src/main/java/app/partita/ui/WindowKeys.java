package app.partita.ui;

import app.partita.ui.queue.QueueFilter;
import java.util.List;
import java.util.function.BooleanSupplier;
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

    /**
     * Before a text field takes what it takes for text: files are no text.
     *
     * @param pasteFiles pastes them, and answers whether there were any
     */
    void pressedFirst(Scene scene, KeyEvent event, BooleanSupplier pasteFiles) {
        if (scene.getFocusOwner() instanceof TextInputControl && WindowAction.PASTE.key().match(event)
                && pasteFiles.getAsBoolean()) {
            event.consume();
        }
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
