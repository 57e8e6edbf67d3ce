package app.partita.ui.player;

import app.partita.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the player: the handlers use this table, and so does the sheet that shows them. */
public enum PlayerKey {
    PLAY(Scope.WINDOW, Shift.UP, "", KeyCode.SPACE),
    START(Scope.PANE, Shift.UP, "", KeyCode.HOME),
    BACK(Scope.PANE, Shift.UP, "←", KeyCode.LEFT),
    FORWARD(Scope.PANE, Shift.UP, "→", KeyCode.RIGHT),
    BAR_BACK(Scope.PANE, Shift.DOWN, "⇧ ←", KeyCode.LEFT),
    BAR_FORWARD(Scope.PANE, Shift.DOWN, "⇧ →", KeyCode.RIGHT),
    MUTE(Scope.PANE, Shift.UP, "1 – 6", KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6),
    SOLO(Scope.PANE, Shift.DOWN, "⇧ 1 – 6", KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6),
    CLEAR(Scope.PANE, Shift.UP, "0", KeyCode.DIGIT0),
    LOOP(Scope.WINDOW, Shift.UP, "L", KeyCode.L),
    LOOP_FROM(Scope.WINDOW, Shift.UP, "I", KeyCode.I),
    LOOP_TO(Scope.WINDOW, Shift.UP, "O", KeyCode.O),
    HEARD(Scope.WINDOW, Shift.UP, "T", KeyCode.T),
    ZOOM_IN(Scope.WINDOW, Shift.EITHER, "+", KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS),
    ZOOM_OUT(Scope.WINDOW, Shift.EITHER, "−", KeyCode.MINUS, KeyCode.SUBTRACT),
    SPECTROGRAM(Scope.WINDOW, Shift.UP, "G", KeyCode.G),
    METRONOME(Scope.WINDOW, Shift.UP, "M", KeyCode.M),
    FULL(Scope.WINDOW, Shift.UP, "F", KeyCode.F),
    KEYS(Scope.WINDOW, Shift.UP, "F1", KeyCode.F1);

    private final Scope scope;
    private final Shift shift;
    private final String shown;
    private final List<KeyCode> codes;

    /** Where a key works; nowhere while text is typed. */
    private enum Scope {
        /** Wherever the focus is. */
        WINDOW,
        /** When the focus is in the player. */
        PANE
    }

    private enum Shift {
        UP,
        DOWN,
        EITHER
    }

    /**
     * A key that was pressed.
     *
     * @param number which one of its row, from 0
     */
    public record Press(PlayerKey key, int number) {}

    PlayerKey(Scope scope, Shift shift, String shown, KeyCode... codes) {
        this.scope = scope;
        this.shift = shift;
        this.shown = shown;
        this.codes = List.of(codes);
    }

    /** What is printed on it, or on all of its row. */
    public String shown(Texts texts) {
        return switch (this) {
            case PLAY -> texts.get("player.key.space");
            case START -> texts.get("player.key.home");
            default -> shown;
        };
    }

    /** What is printed on one of its row, from 0. */
    public String shown(int number) {
        return (shift == Shift.DOWN ? "⇧ " : "") + codes.get(number).getName();
    }

    /** @param inPane whether the focus is in the player */
    public static Optional<Press> of(KeyEvent event, boolean inPane) {
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown() || event.isControlDown()) {
            return Optional.empty();
        }
        for (PlayerKey key : values()) {
            int number = key.codes.indexOf(event.getCode());
            boolean shifted = key.shift == Shift.EITHER || event.isShiftDown() == (key.shift == Shift.DOWN);
            if (number >= 0 && shifted && (inPane || key.scope == Scope.WINDOW)) {
                return Optional.of(new Press(key, number));
            }
        }
        return Optional.empty();
    }
}
