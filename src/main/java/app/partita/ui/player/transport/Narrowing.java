package app.partita.ui.player.transport;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Hides what a narrow line has no room for, the least important first. */
final class Narrowing {

    private final HBox line;
    private final List<Node> dispensable;

    /** @param dispensable nodes of the line, or of a smaller one in it, the one that goes first first */
    Narrowing(HBox line, List<Node> dispensable) {
        this.line = line;
        this.dispensable = List.copyOf(dispensable);
    }

    /** To be called before the line is laid out. */
    void fit() {
        double over = needed() - (line.getWidth() - line.snappedLeftInset() - line.snappedRightInset());
        Set<Node> hidden = new HashSet<>();
        for (Node node : dispensable) {
            if (over > 0) {
                hidden.add(node);
                over -= room(node);
            }
        }
        dispensable.forEach(node -> show(node, !hidden.contains(node)));
    }

    /** With everything in it. */
    private double needed() {
        double needed = -line.getSpacing();
        for (Node node : line.getChildren()) {
            if (node.isManaged()) {
                needed += room(node);
            }
        }
        for (Node node : dispensable) {
            if (!node.isManaged()) {
                needed += room(node);
            }
        }
        return needed;
    }

    private static double room(Node node) {
        return node.prefWidth(-1) + ((HBox) node.getParent()).getSpacing();
    }

    private static void show(Node node, boolean shown) {
        if (node.isManaged() != shown) {
            node.setManaged(shown);
            node.setVisible(shown);
        }
    }
}
