package app.partita.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon on its window. */
final class WindowIcons {

    private static final int[] SIZES = {16, 32, 48, 128};

    private WindowIcons() {
    }

    static void of(Stage stage) {
        for (int size : SIZES) {
            try (InputStream icon = WindowIcons.class.getResourceAsStream("theme/icons/partita-" + size + ".png")) {
                stage.getIcons().add(new Image(icon));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
