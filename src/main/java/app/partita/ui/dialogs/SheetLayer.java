package app.partita.ui.dialogs;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Lays sheets over the window, one at a time; meanwhile nothing below can be reached by mouse or key. */
public final class SheetLayer extends StackPane {

    private final Deque<Sheet> waiting = new ArrayDeque<>();
    private Sheet shown;
    private Node focusBefore;

    public SheetLayer() {
        setVisible(false);
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        getChildren().add(scrim);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && shown != null) {
                event.consume();
                shown.dismiss();
            }
        });
        ChangeListener<Node> focus = (owner, before, now) -> keepFocus(now);
        sceneProperty().addListener((property, old, scene) -> {
            if (old != null) {
                old.focusOwnerProperty().removeListener(focus);
            }
            if (scene != null) {
                scene.focusOwnerProperty().addListener(focus);
            }
        });
    }

    /** Shows a sheet, after those that are shown already. */
    public void show(Sheet sheet) {
        waiting.add(sheet);
        if (shown == null) {
            next();
        }
    }

    /** Whether a sheet is shown. */
    public boolean isShowing() {
        return shown != null;
    }

    /** Puts away the sheet of that id if it is the one that is shown; true if it was. */
    public boolean dismiss(String id) {
        boolean there = shown != null && id.equals(shown.getId());
        if (there) {
            shown.dismiss();
        }
        return there;
    }

    private void next() {
        if (shown == null && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        if (shown != null) {
            getChildren().remove(shown);
        }
        shown = waiting.poll();
        setVisible(shown != null);
        if (shown == null) {
            if (focusBefore != null) {
                focusBefore.requestFocus();
            }
            return;
        }
        shown.onClose(this::next);
        getChildren().add(shown);
        shown.firstFocus().ifPresent(Node::requestFocus);
    }

    /** The focus stays within the sheet. */
    private void keepFocus(Node now) {
        if (shown == null || now == null) {
            return;
        }
        for (Node node = now; node != null; node = node.getParent()) {
            if (node == this) {
                return;
            }
        }
        shown.firstFocus().ifPresent(Node::requestFocus);
    }
}
