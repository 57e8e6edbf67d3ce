package app.partita.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WCAG 2.2 AA: text 4.5 to 1, graphics 3 to 1. */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    @ParameterizedTest
    @EnumSource(ColourScheme.class)
    void textCanBeRead(ColourScheme scheme) throws IOException {
        Map<String, Integer> colours = colours(scheme);
        for (String ground : List.of("background", "panel")) {
            for (String text : List.of("text", "dim", "faint", "accent", "ok", "warn", "error", "vocals", "drums",
                    "bass", "other", "guitar", "piano", "original")) {
                assertContrast(colours, text, ground, TEXT);
            }
        }
        assertContrast(colours, "text", "selected", TEXT);
        assertContrast(colours, "dim", "selected", TEXT);
        assertContrast(colours, "text", "raised", TEXT);
        assertContrast(colours, "dim", "raised", TEXT);
        assertContrast(colours, "on-accent", "accent", TEXT);
    }

    @ParameterizedTest
    @EnumSource(ColourScheme.class)
    void graphicsCanBeTold(ColourScheme scheme) throws IOException {
        Map<String, Integer> colours = colours(scheme);
        for (String shape : List.of("accent", "ok", "warn", "error", "vocals", "drums", "bass", "other")) {
            assertContrast(colours, shape, "panel", GRAPHICS);
            assertContrast(colours, shape, "selected", GRAPHICS);
        }
    }

    private static void assertContrast(Map<String, Integer> colours, String front, String ground, double least) {
        double one = luminance(colours.get(front));
        double other = luminance(colours.get(ground));
        double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(contrast).as(front + " on " + ground).isGreaterThanOrEqualTo(least);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> colours(ColourScheme scheme) throws IOException {
        try (InputStream sheet = ContrastTest.class.getResourceAsStream("tokens.css")) {
            String text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            String block = text.substring(text.indexOf(".root." + scheme.styleClass()));
            Matcher lines = Pattern.compile("-p-([a-z-]+): #([0-9a-f]{6});").matcher(
                    block.substring(0, block.indexOf('}')));
            Map<String, Integer> colours = new HashMap<>();
            while (lines.find()) {
                colours.put(lines.group(1), Integer.parseInt(lines.group(2), 16));
            }
            return colours;
        }
    }
}
