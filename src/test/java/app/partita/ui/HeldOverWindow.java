package app.partita.ui;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/** Something that a person drags over a window: the headless platform has no drags, so its board is made here. */
public final class HeldOverWindow {

    /** How often the files' names were asked for, which costs milliseconds each time. */
    public final AtomicInteger filesAsked = new AtomicInteger();
    private final Map<DataFormat, Object> content;
    private final Set<TransferMode> modes;
    private final Dragboard board;
    private Node from;

    private HeldOverWindow(Map<DataFormat, Object> content, Set<TransferMode> modes) {
        this.content = content;
        this.modes = modes;
        this.board = FxScene.on(this::board);
    }

    /** As a file manager does it. */
    public static HeldOverWindow files(List<File> files) {
        return of(Map.of(DataFormat.FILES, files));
    }

    /** Anything. */
    public static HeldOverWindow of(Map<DataFormat, Object> content) {
        return new HeldOverWindow(content, EnumSet.of(TransferMode.COPY, TransferMode.MOVE));
    }

    /** Comes from outside over a node and moves about there; whether it would be taken. */
    public boolean over(Node node) {
        for (Node entered = node; entered != null; entered = entered.getParent()) {
            fire(entered, DragEvent.DRAG_ENTERED_TARGET);
        }
        DragEvent over = fire(node, DragEvent.DRAG_OVER);
        fire(node, DragEvent.DRAG_OVER);
        return over.isAccepted();
    }

    /** Is dragged from a node of the window itself over another one; whether it would be taken. */
    public boolean overFrom(Node source, Node node) {
        from = source;
        return over(node);
    }

    /** Is taken away again. */
    public void away(Node node) {
        for (Node left = node; left != null; left = left.getParent()) {
            fire(left, DragEvent.DRAG_EXITED_TARGET);
        }
    }

    /** Is let go, which ends as leaving does; whether it was taken. */
    public boolean drop(Node node) {
        DragEvent dropped = fire(node, DragEvent.DRAG_DROPPED);
        away(node);
        return dropped.isDropCompleted();
    }

    private DragEvent fire(Node node, EventType<DragEvent> type) {
        DragEvent event = new DragEvent(null, node, type, board, 10, 10, 10, 10, TransferMode.COPY, from, node,
                new PickResult(node, 10, 10));
        Event.fireEvent(node, event);
        return event;
    }

    private Dragboard board() {
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {TKClipboard.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> content.containsKey(arguments[0]);
                    case "getContent" -> {
                        if (arguments[0] == DataFormat.FILES) {
                            filesAsked.incrementAndGet();
                        }
                        yield content.get(arguments[0]);
                    }
                    case "getContentTypes" -> content.keySet();
                    case "getTransferModes" -> modes;
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                });
        try {
            Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            made.setAccessible(true);
            return made.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
