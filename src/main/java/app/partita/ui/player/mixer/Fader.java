package app.partita.ui.player.mixer;

import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/**
 * A slider that a person drags, turns with the wheel or moves with ↑ and ↓; a double click brings it back to its
 * resting place. ← and → are left to the player.
 */
public final class Fader extends Region {

    private static final double TRACK = 4;
    private static final double THUMB = 12;
    private static final double NUDGE = 0.02;
    private static final double NOTCH = 40;

    private final DoubleProperty value = new SimpleDoubleProperty();
    private final double rest;
    private final double origin;
    private final DoubleFunction<String> words;
    private final Region track = part("fader-track");
    private final Region filled = part("fader-filled");
    private final Region thumb = part("fader-thumb");

    /**
     * @param rest   the resting place, 0 to 1
     * @param origin from where on the way is filled, 0 to 1
     * @param words  what a place is called
     */
    public Fader(double rest, double origin, DoubleFunction<String> words) {
        this.rest = rest;
        this.origin = origin;
        this.words = words;
        getStyleClass().add("fader");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setMinHeight(THUMB + 4);
        setPrefHeight(THUMB + 4);
        getChildren().addAll(track, filled, thumb);
        value.subscribe(now -> {
            requestLayout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
        setOnMousePressed(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                value.set(rest);
            } else if (event.getButton() == MouseButton.PRIMARY) {
                drag(event.getX());
            }
            event.consume();
        });
        setOnMouseDragged(event -> {
            if (event.getClickCount() < 2) {
                drag(event.getX());
            }
            event.consume();
        });
        setOnScroll(event -> {
            nudge(event.getDeltaY() / NOTCH * NUDGE);
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** 0 to 1. */
    public DoubleProperty valueProperty() {
        return value;
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> nudge(NUDGE);
            case DOWN -> nudge(-NUDGE);
            case BACK_SPACE, DELETE -> value.set(rest);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void nudge(double by) {
        value.set(Math.clamp(value.get() + by, 0, 1));
    }

    private void drag(double x) {
        value.set(Math.clamp((x - THUMB / 2) / Math.max(1, getWidth() - THUMB), 0, 1));
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.floor(getHeight() / 2);
        double way = getWidth() - THUMB;
        double centre = THUMB / 2 + way * value.get();
        double from = THUMB / 2 + way * origin;
        double start = origin == 0 ? 0 : Math.min(from, centre);
        track.resizeRelocate(0, middle - TRACK / 2, getWidth(), TRACK);
        filled.resizeRelocate(start, middle - TRACK / 2, Math.max(from, centre) - start, TRACK);
        thumb.resizeRelocate(Math.round(centre - THUMB / 2), middle - THUMB / 2, THUMB, THUMB);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> value.get();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 1.0;
            case VALUE_STRING -> words.apply(value.get());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setMouseTransparent(true);
        return region;
    }
}
