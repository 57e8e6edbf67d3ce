package app.partita.ui.player.mixer;

import app.partita.ui.text.Texts;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** A dial for the balance of a stem: dragged up and down or sideways, turned with the wheel or with ↑ and ↓. */
final class PanDial extends Region {

    static final double SIZE = 20;

    private static final double RADIUS = 9;
    private static final double KNOB = 6;
    private static final double HAND = 5;
    private static final double SWEEP = 135;
    private static final double PIXELS = 60;
    private static final double NUDGE = 0.05;
    private static final double NOTCH = 40;
    private static final double DETENT = 0.03;

    private final DoubleProperty pan = new SimpleDoubleProperty();
    private final Texts texts;
    private final Arc turned = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 0);
    private final Line hand = new Line();
    private double pressedX;
    private double pressedY;
    private double pressedPan;

    PanDial(Texts texts) {
        this.texts = texts;
        getStyleClass().add("pan-dial");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        Arc whole = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90 + SWEEP, -2 * SWEEP);
        Circle knob = new Circle(SIZE / 2, SIZE / 2, KNOB);
        knob.getStyleClass().add("pan-knob");
        whole.getStyleClass().add("pan-whole");
        turned.getStyleClass().add("pan-turned");
        hand.getStyleClass().add("pan-hand");
        whole.setType(ArcType.OPEN);
        turned.setType(ArcType.OPEN);
        getChildren().addAll(whole, turned, knob, hand);
        pan.subscribe(now -> {
            place();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
        setOnMousePressed(event -> {
            requestFocus();
            pressedX = event.getX();
            pressedY = event.getY();
            pressedPan = pan.get();
            if (event.getClickCount() == 2) {
                pan.set(0);
            }
            event.consume();
        });
        setOnMouseDragged(event -> {
            turn(pressedPan + (event.getX() - pressedX + pressedY - event.getY()) / PIXELS);
            event.consume();
        });
        setOnScroll(event -> {
            turn(pan.get() + event.getDeltaY() / NOTCH * NUDGE);
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                turn(pan.get() + (event.getCode() == KeyCode.UP ? NUDGE : -NUDGE));
                event.consume();
            } else if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
                pan.set(0);
                event.consume();
            }
        });
    }

    /** −1 left to 1 right. */
    DoubleProperty panProperty() {
        return pan;
    }

    /** Such as {@code 30 % left}. */
    String words() {
        long percent = Math.round(Math.abs(pan.get()) * 100);
        return percent == 0 ? texts.get("pan.centre")
                : texts.get(pan.get() < 0 ? "pan.left" : "pan.right", percent);
    }

    private void turn(double wanted) {
        double clamped = Math.clamp(wanted, -1, 1);
        pan.set(Math.abs(clamped) < DETENT ? 0 : clamped);
    }

    private void place() {
        turned.setLength(-pan.get() * SWEEP);
        turned.setVisible(pan.get() != 0);
        double angle = Math.toRadians(90 - pan.get() * SWEEP);
        hand.setStartX(SIZE / 2 + Math.cos(angle));
        hand.setStartY(SIZE / 2 - Math.sin(angle));
        hand.setEndX(SIZE / 2 + Math.cos(angle) * HAND);
        hand.setEndY(SIZE / 2 - Math.sin(angle) * HAND);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> pan.get();
            case MIN_VALUE -> -1.0;
            case MAX_VALUE -> 1.0;
            case VALUE_STRING -> words();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
