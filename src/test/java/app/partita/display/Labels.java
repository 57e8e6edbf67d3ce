package app.partita.display;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** What can be read on a screen. */
final class Labels {

    private Labels() {
    }

    /** Whether nothing above hides it. */
    static boolean isShown(Node node) {
        for (Node now = node; now != null; now = now.getParent()) {
            if (!now.isVisible() || now.getOpacity() == 0) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Whether its words end in dots for want of room. */
    static boolean isShortened(Labeled label) {
        String words = label.getText();
        if (words == null || words.isEmpty()) {
            return false;
        }
        return label.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .anyMatch(child -> !((Text) child).getText().equals(words));
    }

    /** The nearest node above of that kind, or null. */
    static <T extends Node> T above(Node node, Class<T> kind) {
        Parent now = node.getParent();
        while (now != null && !kind.isInstance(now)) {
            now = now.getParent();
        }
        return kind.cast(now);
    }
}
