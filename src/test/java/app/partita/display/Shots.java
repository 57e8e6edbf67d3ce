package app.partita.display;

import app.partita.ui.FxScene;
import app.partita.ui.Png;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.WritableImage;
import org.testfx.api.FxRobot;

/** Pictures of the screen. */
final class Shots {

    private Shots() {
    }

    /** Takes the upper left part of the screen; the size is in the desktop's units. */
    static void take(FxRobot robot, double width, double height, Path file) {
        FxScene.settle();
        WritableImage image = FxScene.on(() ->
                (WritableImage) robot.capture(new Rectangle2D(0, 0, width, height)).getImage());
        try {
            Files.createDirectories(file.getParent());
            Png.write(image, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
