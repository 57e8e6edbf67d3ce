package app.partita.ui.player.wave;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViridisTest {

    /** Lightness from linear red, green and blue: to most, by long cones alone, and by medium ones alone. */
    @ParameterizedTest
    @CsvSource({"0.2126, 0.7152, 0.0722", "0.3811, 0.5783, 0.0402", "0.1967, 0.7244, 0.0782"})
    void everyStepIsLighterForEveryEye(double red, double green, double blue) {
        int[] pixels = Viridis.pixels(1, Color.BLACK);
        double before = -1;
        for (int pixel : pixels) {
            double light = red * linear(pixel >> 16) + green * linear(pixel >> 8) + blue * linear(pixel);
            assertThat(light).isGreaterThan(before - 1e-3);
            before = light;
        }
        assertThat(before).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @CsvSource({"1, 253, 231, 37", "0.5, 127, 116, 19"})
    void theLoudestIsYellowAndFadesIntoTheGround(double opacity, int red, int green, int blue) {
        int loudest = Viridis.pixels(opacity, Color.BLACK)[Viridis.STEPS - 1];
        assertThat(loudest).isEqualTo(255 << 24 | red << 16 | green << 8 | blue);
    }

    private static double linear(int value) {
        double part = (value & 255) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
