package app.partita.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The faces that come with the program. */
public final class Fonts {

    /** The families, regular first. */
    public static final List<String> FAMILIES = List.of("Inter Tabular", "Inter Tabular Semi Bold", "JetBrains Mono");

    private static final List<String> FILES =
            List.of("InterTabular-Regular.ttf", "InterTabular-SemiBold.ttf", "JetBrainsMono-Regular.ttf");
    private static final double ANY_SIZE = 13;

    private Fonts() {
    }

    /** Makes them known to JavaFX; doing so again changes nothing. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream font = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (font == null || Font.loadFont(font, ANY_SIZE) == null) {
                    throw new IllegalStateException("The font " + file + " is not in the program.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
