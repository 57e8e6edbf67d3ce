package app.partita.ui.player.transport;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A small card below what it edits, within the window; Escape and a click elsewhere close it. */
public final class EditorLayer extends Pane {

    private static final double GAP = 4;
    private static final double EDGE = 8;

    private Region card;
    private Node owner;

    public EditorLayer() {
        setPickOnBounds(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && card != null) {
                close();
                event.consume();
            }
        });
        sceneProperty().addListener((property, old, now) -> {
            if (now != null) {
                now.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                    if (card != null && !card.contains(card.sceneToLocal(event.getSceneX(), event.getSceneY()))) {
                        close();
                    }
                });
            }
        });
    }

    /** Shows an editor, or closes it if it is the one that is shown for the same thing. */
    void toggle(Node forWhat, Node content) {
        boolean same = owner == forWhat;
        close();
        if (!same) {
            VBox box = new VBox(content);
            box.getStyleClass().add("editor-card");
            card = box;
            owner = forWhat;
            getChildren().add(box);
            place();
            content.requestFocus();
        }
    }

    boolean isShowing() {
        return card != null;
    }

    void close() {
        if (card != null) {
            getChildren().remove(card);
            card = null;
            owner.requestFocus();
            owner = null;
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        place();
    }

    private void place() {
        if (card == null) {
            return;
        }
        Bounds at = sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double width = card.prefWidth(-1);
        double height = card.prefHeight(-1);
        double below = at.getMaxY() + GAP;
        card.resizeRelocate(Math.clamp(at.getMinX(), EDGE, Math.max(EDGE, getWidth() - width - EDGE)),
                below + height <= getHeight() ? below : Math.max(0, at.getMinY() - GAP - height), width, height);
    }
}
