package app.partita.ui.theme;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** Partita's mark: four rounded bars, one a stem. */
public final class Mark {

    private static final String[] STEMS = {"vocals", "drums", "bass", "other"};
    private static final double[] LENGTHS = {1, 0.6, 0.8, 0.45};
    private static final double THICKNESS = 0.11;
    private static final double STEP = 0.25;

    private Mark() {
    }

    /** The mark as wide as that. */
    public static Node ofWidth(double width) {
        Group mark = new Group();
        mark.getStyleClass().add("mark");
        mark.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        double thickness = Math.max(2, width * THICKNESS);
        for (int bar = 0; bar < STEMS.length; bar++) {
            Rectangle shape = new Rectangle(0, Math.round(bar * width * STEP), width * LENGTHS[bar], thickness);
            shape.setArcWidth(thickness);
            shape.setArcHeight(thickness);
            shape.getStyleClass().add(STEMS[bar]);
            mark.getChildren().add(shape);
        }
        return mark;
    }
}
