package app.partita.ui.queue;

import static app.partita.jobs.JobState.CANCELLED;
import static app.partita.jobs.JobState.COMPLETED;
import static app.partita.jobs.JobState.FAILED;
import static app.partita.jobs.JobState.RUNNING;
import static app.partita.jobs.JobState.WAITING;

import app.partita.jobs.JobState;
import app.partita.ui.theme.Icon;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What can be done with rows, in the order of the menu. */
public enum RowAction {
    OPEN(Icon.PLAY, new KeyCodeCombination(KeyCode.ENTER), EnumSet.allOf(JobState.class), EnumSet.of(COMPLETED)),
    PREVIEW(Icon.PLAY, new KeyCodeCombination(KeyCode.SPACE, KeyCombination.SHIFT_DOWN),
            EnumSet.allOf(JobState.class), EnumSet.of(WAITING)),
    RETRY(Icon.RETRY, command(KeyCode.R), EnumSet.of(FAILED, CANCELLED), EnumSet.of(FAILED, CANCELLED)),
    SHOW_IN_FOLDER(Icon.FOLDER, command(KeyCode.E), EnumSet.allOf(JobState.class), EnumSet.of(RUNNING, COMPLETED)),
    COPY_DETAILS(Icon.COPY, command(KeyCode.C), EnumSet.allOf(JobState.class), EnumSet.of(FAILED)),
    RELOCATE(Icon.LOST, command(KeyCode.L), EnumSet.of(COMPLETED), EnumSet.noneOf(JobState.class)),
    MOVE_UP(Icon.MOVE_UP, new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN),
            EnumSet.allOf(JobState.class), EnumSet.noneOf(JobState.class)),
    MOVE_DOWN(Icon.MOVE_DOWN, new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN),
            EnumSet.allOf(JobState.class), EnumSet.noneOf(JobState.class)),
    CANCEL(Icon.CANCEL, command(KeyCode.PERIOD), EnumSet.of(WAITING, RUNNING), EnumSet.of(WAITING, RUNNING)),
    REMOVE(Icon.REMOVE, new KeyCodeCombination(KeyCode.DELETE), EnumSet.allOf(JobState.class),
            EnumSet.of(COMPLETED, FAILED, CANCELLED)),
    DELETE_STEMS(Icon.REMOVE, new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHIFT_DOWN),
            EnumSet.of(COMPLETED), EnumSet.noneOf(JobState.class));

    private final Icon icon;
    private final KeyCombination key;
    private final Set<JobState> states;
    private final Set<JobState> buttons;

    RowAction(Icon icon, KeyCombination key, Set<JobState> states, Set<JobState> buttons) {
        this.icon = icon;
        this.key = key;
        this.states = states;
        this.buttons = buttons;
    }

    private static KeyCombination command(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    public Icon icon() {
        return icon;
    }

    public KeyCombination key() {
        return key;
    }

    /** Whether it can be done with that row. */
    public boolean suits(JobRow row) {
        return states.contains(row.state()) && switch (this) {
            case RELOCATE -> row.job().lost();
            case DELETE_STEMS -> !row.job().lost();
            default -> true;
        };
    }

    /** Whether rows in that state show a button for it. */
    boolean hasButton(JobState state) {
        return buttons.contains(state);
    }
}
