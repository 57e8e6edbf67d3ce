package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.player.PlayerView;
import app.partita.ui.player.PlayerViewModel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Gives the player its keys, before anything else gets them; Enter presses buttons, since Space does no longer. */
final class PlayerKeyboard {

    private final PlayerViewModel model;
    private final PlayerView view;
    private final Supplier<Optional<Job>> selected;
    private final Runnable full;
    private final Runnable showKeys;

    /**
     * @param selected the job of the selected row, if the focus is in the table
     * @param full     gives the player the whole window, or takes it back
     * @param showKeys shows all keys
     */
    PlayerKeyboard(PlayerViewModel model, PlayerView view, Supplier<Optional<Job>> selected, Runnable full,
                   Runnable showKeys) {
        this.model = model;
        this.view = view;
        this.selected = selected;
        this.full = full;
        this.showKeys = showKeys;
    }

    /** @param owner has the focus; may be null */
    void pressed(Node owner, KeyEvent event) {
        if (owner instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && owner instanceof ButtonBase button) {
            button.fire();
            event.consume();
            return;
        }
        PlayerKey.of(event, isWithin(owner)).ifPresent(press -> {
            if (perform(press)) {
                event.consume();
            }
        });
    }

    private boolean perform(PlayerKey.Press press) {
        switch (press.key()) {
            case KEYS -> showKeys.run();
            case FULL -> full.run();
            case PLAY -> {
                Optional<Job> row = selected.get();
                if (row.isPresent()) {
                    model.play(row.get());
                } else {
                    view.perform(press);
                }
            }
            default -> {
                if (model.songProperty().get().isEmpty()) {
                    return false;
                }
                view.perform(press);
            }
        }
        return true;
    }

    private boolean isWithin(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == view) {
                return true;
            }
        }
        return false;
    }
}
