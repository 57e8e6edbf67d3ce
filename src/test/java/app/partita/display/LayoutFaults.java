package app.partita.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;

/** Finds what is cut off, what covers something else, and words that are shortened though they must not be. */
final class LayoutFaults {

    /** A person's own words may be longer than any window; so may causes, which a tooltip tells in full. */
    private static final Set<String> MAY_SHORTEN = Set.of("title", "second", "cause", "fact");
    private static final double TOLERANCE = 1;

    private final List<String> faults = new ArrayList<>();
    private final Scene scene;

    private LayoutFaults(Scene scene) {
        this.scene = scene;
    }

    /** Those below a node; for the thread that draws, after a layout. */
    static List<String> below(Node top) {
        LayoutFaults search = new LayoutFaults(top.getScene());
        List<Node> leaves = new ArrayList<>();
        collect(top, leaves);
        leaves.forEach(search::judge);
        for (int i = 0; i < leaves.size(); i++) {
            for (int j = i + 1; j < leaves.size(); j++) {
                search.judge(leaves.get(i), leaves.get(j));
            }
        }
        return List.copyOf(search.faults);
    }

    /** What is to be read or watched; what a list keeps in store outside its view is not. */
    private static void collect(Node node, List<Node> leaves) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        boolean leaf = node instanceof TextInputControl || node instanceof ProgressBar
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty();
        if (leaf) {
            leaves.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, leaves));
        }
    }

    private void judge(Node leaf) {
        Bounds place = place(leaf);
        if (place.getMinX() < -TOLERANCE || place.getMaxX() > scene.getWidth() + TOLERANCE
                || place.getMinY() < -TOLERANCE || place.getMaxY() > scene.getHeight() + TOLERANCE) {
            faults.add(name(leaf) + " reaches out of the window: " + place);
        }
        TableCell<?, ?> cell = Labels.above(leaf, TableCell.class);
        if (cell != null && (place.getMaxX() > place(cell).getMaxX() + TOLERANCE
                || place.getMinX() < place(cell).getMinX() - TOLERANCE)) {
            faults.add(name(leaf) + " reaches out of its cell");
        }
        if (leaf instanceof Labeled label && Labels.isShortened(label)
                && label.getStyleClass().stream().noneMatch(MAY_SHORTEN::contains)) {
            faults.add(name(leaf) + " is shortened");
        }
    }

    private void judge(Node one, Node other) {
        Bounds a = place(one);
        Bounds b = place(other);
        double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        if (wide > TOLERANCE && high > TOLERANCE) {
            faults.add(name(one) + " covers " + name(other));
        }
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String name(Node node) {
        String words = node instanceof Labeled label ? " “" + label.getText() + "”" : "";
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : " #" + node.getId())
                + " " + node.getStyleClass() + words;
    }
}
