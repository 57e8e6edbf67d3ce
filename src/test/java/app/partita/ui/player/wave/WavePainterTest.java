package app.partita.ui.player.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.audio.peaks.Columns;
import java.util.Arrays;
import javafx.scene.paint.Color;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WavePainterTest {

    private static final int HEIGHT = 20;
    private static final int PEAK = (int) Math.round(0.45 * 255);

    private final Columns columns = Columns.unknown(4);
    private final int[] pixels = new int[4 * HEIGHT];

    @Test
    void peaksAreFaintAndThePowerWithinThemIsStrong() {
        set(1, -0.5f, 0.8f, 0.2f);
        paint(false);
        assertThat(strength(1, 1)).isZero();
        assertThat(strength(1, 2)).isEqualTo(PEAK);
        assertThat(strength(1, 7)).isEqualTo(PEAK);
        assertThat(strength(1, 8)).isEqualTo(255);
        assertThat(strength(1, 11)).isEqualTo(255);
        assertThat(strength(1, 12)).isEqualTo(PEAK);
        assertThat(strength(1, 14)).isEqualTo(PEAK);
        assertThat(strength(1, 15)).isZero();
    }

    @Test
    void edgesBetweenPixelsAreSmooth() {
        set(1, -0.55f, 0.85f, 0.25f);
        paint(false);
        assertThat(strength(1, 1)).isCloseTo(PEAK / 2, within(1));
        assertThat(strength(1, 15)).isCloseTo(PEAK / 2, within(1));
        assertThat(strength(1, 7)).isCloseTo((255 + PEAK) / 2, within(1));
    }

    @Test
    void silenceIsALineOfOnePixelAndTheUnknownNothing() {
        set(1, 0, 0, 0);
        paint(false);
        int ink = 0;
        for (int y = 0; y < HEIGHT; y++) {
            ink += strength(1, y);
            assertThat(strength(0, y)).isZero();
        }
        assertThat(ink).isCloseTo(255, within(2));
    }

    @Test
    void aLineOfSamplesIsStrong() {
        set(1, 0.1f, 0.5f, 0);
        paint(true);
        assertThat(strength(1, 6)).isEqualTo(255);
        assertThat(strength(1, 11)).isZero();
    }

    @Test
    void whatIsLouderThanTheEdgeEndsThere() {
        set(1, -3, 3, 2);
        paint(false);
        assertThat(strength(1, 0)).isEqualTo(255);
        assertThat(strength(1, HEIGHT - 1)).isEqualTo(255);
        assertThat(strength(2, 0)).isZero();
    }

    @Test
    void whatIsPaintedHidesTheGroundAndTheRestIsNothing() {
        set(1, -0.55f, 0.85f, 0.25f);
        paint(false);
        assertThat(Arrays.stream(pixels)).allMatch(pixel -> pixel == 0 || pixel >>> 24 == 255);
        assertThat(pixels[columns.count() + 2]).isZero();
    }

    @Property
    void everyPixelIsAsStrongAsWhatCoversIt(@ForAll @DoubleRange(min = -1.5, max = 1.5) double high,
                                            @ForAll @DoubleRange(min = 0.2, max = 2) double span,
                                            @ForAll @DoubleRange(min = 0.1, max = 1.2) double rms) {
        set(2, (float) (high - span), (float) high, (float) rms);
        paint(false);
        double middle = HEIGHT / 2.0;
        double top = middle - columns.max()[2] * middle;
        double bottom = middle - columns.min()[2] * middle;
        double power = columns.rms()[2] * middle;
        for (int y = 0; y < HEIGHT; y++) {
            double all = covered(y, top, bottom);
            double strong = covered(y, Math.max(top, middle - power), Math.min(bottom, middle + power));
            assertThat(strength(2, y)).as("row " + y).isCloseTo((int) Math.round(255 * (strong + 0.45 * (all - strong))),
                    within(1));
        }
    }

    private static double covered(int y, double top, double bottom) {
        return Math.max(0, Math.min(y + 1, bottom) - Math.max(y, top));
    }

    private void set(int column, float min, float max, float rms) {
        columns.min()[column] = min;
        columns.max()[column] = max;
        columns.rms()[column] = rms;
    }

    private void paint(boolean line) {
        WavePainter.paint(pixels, HEIGHT, columns, 1, new Ink(Color.WHITE, 1, Color.BLACK), line);
    }

    /** White on black: as light as the ink is strong. */
    private int strength(int column, int y) {
        return pixels[y * columns.count() + column] & 255;
    }
}
