package app.partita.ui.player.wave;

import app.partita.player.Loop;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does over ruler and lanes: a click seeks, a drag selects a loop, the wheel zooms and scrolls. */
public final class TimeMouse {

    private static final double SLOP = 4;
    private static final double GRIP = 5;
    private static final double ZOOM_A_NOTCH = 1.25;
    private static final double NOTCH = 40;

    private final Timeline timeline;
    private final Supplier<Optional<Loop>> loop;
    private final LongConsumer seek;
    private final Consumer<Optional<Loop>> select;
    private double pressedX;
    private long anchor;
    private boolean dragging;

    /**
     * @param loop   the loop as it is
     * @param seek   told which frame was clicked
     * @param select told which loop was dragged
     */
    public TimeMouse(Timeline timeline, Supplier<Optional<Loop>> loop, LongConsumer seek,
                     Consumer<Optional<Loop>> select) {
        this.timeline = timeline;
        this.loop = loop;
        this.seek = seek;
        this.select = select;
    }

    /** @param handles whether the ends of the loop can be taken there */
    public void attach(Node node, boolean handles) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                press(event.getX(), handles);
            }
        });
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (event.isPrimaryButtonDown()) {
                drag(event.getX());
            }
        });
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                release(event.getX());
            }
        });
        if (handles) {
            node.addEventHandler(MouseEvent.MOUSE_MOVED, event ->
                    node.setCursor(otherEnd(event.getX()).isPresent() ? Cursor.H_RESIZE : Cursor.DEFAULT));
        }
        node.addEventHandler(ScrollEvent.SCROLL, event -> {
            wheel(event);
            event.consume();
        });
    }

    private void press(double x, boolean handles) {
        pressedX = x;
        Optional<Long> other = handles ? otherEnd(x) : Optional.empty();
        dragging = other.isPresent();
        anchor = other.orElseGet(() -> timeline.view().frame(x));
    }

    private void drag(double x) {
        dragging |= Math.abs(x - pressedX) > SLOP;
        if (dragging && timeline.view().frames() > 0) {
            long frame = timeline.view().frame(x);
            if (frame != anchor) {
                select.accept(Optional.of(new Loop(Math.min(anchor, frame), Math.max(anchor, frame))));
            }
        }
    }

    private void release(double x) {
        if (!dragging && timeline.view().frames() > 0) {
            seek.accept(timeline.view().frame(x));
        }
        dragging = false;
    }

    /** The end of the loop that stays if the other one, which is there, is dragged. */
    private Optional<Long> otherEnd(double x) {
        return loop.get().flatMap(range -> {
            double from = Math.abs(timeline.view().x(range.from()) - x);
            double to = Math.abs(timeline.view().x(range.to()) - x);
            if (Math.min(from, to) > GRIP) {
                return Optional.empty();
            }
            return Optional.of(from < to ? range.to() : range.from());
        });
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaX() != 0 && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            timeline.scroll(-event.getDeltaX());
        } else if (event.isShiftDown()) {
            timeline.scroll(-event.getDeltaY());
        } else if (event.getDeltaY() != 0) {
            timeline.zoom(Math.pow(ZOOM_A_NOTCH, event.getDeltaY() / NOTCH), event.getX());
        }
    }
}
