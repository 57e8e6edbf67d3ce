package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the window looks on desktops of different sizes, scales and colours; the pictures are in target/display. */
@Tag("display")
class LookDisplayTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void inASmallWindowNothingIsCutOffOrCovered(String language) throws Exception {
        List<String> seen = look(1024, 768, "100%", "Adwaita", language, "small-" + language, "800", "600");

        assertThat(seen).contains("scale 1.0", "size 800x600");
        assertThat(faults(seen)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void on4KAt200PercentNothingIsCutOffOrCovered(String language) throws Exception {
        List<String> seen = look(3840, 2160, "200%", "Adwaita", language, "4k-" + language, "1920", "1080");

        assertThat(seen).contains("scale 2.0", "size 1920x1080");
        assertThat(faults(seen)).isEmpty();
    }

    @Test
    void onADarkDesktopTheWindowIsDark() throws Exception {
        assertThat(look(1024, 768, "100%", "Adwaita:dark", "en", "dark", "800", "600")).contains("worn DARK");
    }

    @Test
    void onALightDesktopTheWindowIsLight() throws Exception {
        assertThat(look(1024, 768, "100%", "Adwaita", "en", "light", "800", "600")).contains("worn LIGHT");
    }

    private static List<String> faults(List<String> seen) {
        return seen.stream().filter(line -> line.startsWith("fault ")).toList();
    }

    private static List<String> look(int screenWidth, int screenHeight, String scale, String theme,
                                     String... arguments) throws Exception {
        XServer screen = XServer.start(screenWidth, screenHeight);
        Process probe = ChildJava.start(LookProbe.class, Map.of("DISPLAY", screen.display(), "GTK_THEME", theme),
                List.of("-Dglass.gtk.uiScale=" + scale), List.of(arguments));
        try (BufferedReader told = probe.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = told.readAllLines();
            assertThat(probe.waitFor()).isZero();
            return lines;
        }
    }
}
