package app.partita.ui.player;

import app.partita.ui.FxScene;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/** What a hand does to a control, without a mouse. */
final class Gestures {

    private Gestures() {
    }

    static void mouse(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
        FxScene.run(() -> {
            Point2D scene = node.localToScene(x, y);
            Event.fireEvent(node, new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                    MouseButton.PRIMARY, clicks, false, false, false, false, true, false, false, true, false, true,
                    new PickResult(node, scene.getX(), scene.getY())));
        });
    }

    static void wheel(Node node, double x, double delta) {
        FxScene.run(() -> {
            Point2D scene = node.localToScene(x, 5);
            Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, scene.getX(), scene.getY(), scene.getX(),
                    scene.getY(), false, false, false, false, false, false, 0, delta, 0, delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                    new PickResult(node, scene.getX(), scene.getY())));
        });
    }

    static void key(Node node, KeyCode code, boolean shift) {
        FxScene.run(() -> Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false,
                false)));
    }
}
