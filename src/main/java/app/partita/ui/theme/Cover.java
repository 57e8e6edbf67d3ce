package app.partita.ui.theme;

import javafx.geometry.Insets;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;

/** A song's cover in a square with round corners. */
public final class Cover {

    private static final CornerRadii ROUND = new CornerRadii(4);
    private static final double HUES = 24;

    private Cover() {
    }

    /** The picture, cut to its middle square. */
    public static Background of(Image picture) {
        double side = Math.min(picture.getWidth(), picture.getHeight());
        double width = picture.getWidth() / side;
        double height = picture.getHeight() / side;
        return square(new ImagePattern(picture, (1 - width) / 2, (1 - height) / 2, width, height, true));
    }

    /**
     * What stands where a song has no cover: a quiet gradient by which its row is known again, the same for the same
     * title, everywhere and always.
     */
    public static Background of(String title) {
        int hash = mixed(title.strip().hashCode());
        double hue = Math.floorMod(hash, (int) HUES) * 360 / HUES;
        double turn = (hash >>> 8 & 1) == 0 ? 46 : -46;
        Color bright = Color.hsb(hue, 0.52, 0.72);
        Color deep = Color.hsb((hue + turn + 360) % 360, 0.60, 0.45);
        return square(new LinearGradient(0, 0, 1, 1, true, CycleMethod.NO_CYCLE, new Stop(0, bright),
                new Stop(1, deep)));
    }

    private static Background square(Paint paint) {
        return new Background(new BackgroundFill(paint, ROUND, Insets.EMPTY));
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }
}
