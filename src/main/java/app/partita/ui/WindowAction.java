package app.partita.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What can be done with the window as a whole, and by which key. */
public enum WindowAction {
    ADD_SONGS(KeyCode.O),
    PASTE(KeyCode.V),
    FIND(KeyCode.F),
    PAUSE(KeyCode.P),
    UNDO(KeyCode.Z),
    THEME(KeyCode.T),
    SETTINGS(KeyCode.COMMA),
    CLOSE(KeyCode.Q);

    private final KeyCombination key;

    WindowAction(KeyCode code) {
        this.key = new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    public KeyCombination key() {
        return key;
    }

    /** Whether a text field that has the focus wants the key for itself. */
    boolean yieldsToText() {
        return this == PASTE || this == UNDO;
    }
}
