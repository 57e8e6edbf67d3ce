package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.player.PlayerView;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.QueueView;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Gives the player its keys, before anything else gets them; Enter presses buttons, since Space does no longer. */
final class PlayerKeyboard {

    private final PlayerViewModel model;
    private final PlayerView view;
    private final QueueView queue;
    private final Runnable full;
    private final Runnable showKeys;

    /**
     * @param full     gives the player the whole window, or takes it back
     * @param showKeys shows all keys
     */
    PlayerKeyboard(PlayerViewModel model, PlayerView view, QueueView queue, Runnable full, Runnable showKeys) {
        this.model = model;
        this.view = view;
        this.queue = queue;
        this.full = full;
        this.showKeys = showKeys;
    }

    /** @param owner where the key was pressed; may be null */
    void pressed(Node owner, KeyEvent event) {
        if (owner instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && owner instanceof ButtonBase button) {
            button.fire();
            event.consume();
            return;
        }
        PlayerKey.of(event, isWithin(owner, view)).ifPresent(press -> {
            if (perform(press, isWithin(owner, queue))) {
                event.consume();
            }
        });
    }

    private boolean perform(PlayerKey.Press press, boolean inQueue) {
        switch (press.key()) {
            case KEYS -> showKeys.run();
            case FULL -> full.run();
            case PLAY -> {
                Optional<Job> row = queue.selected().stream().findFirst().map(JobRow::job).filter(job -> inQueue);
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

    private static boolean isWithin(Node owner, Node pane) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == pane) {
                return true;
            }
        }
        return false;
    }
}
