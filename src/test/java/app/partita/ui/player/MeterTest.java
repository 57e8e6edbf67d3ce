package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeterTest {

    private static final double PICTURE = 1.0 / 60;

    private final Meter meter = new Meter();

    @Test
    void theScaleGoesFromSixtyDecibelsBelowFullScaleToFullScale() {
        assertThat(level(1)).isEqualTo(1);
        assertThat(level(0.001)).isCloseTo(0, within(1e-9));
        assertThat(level(Math.pow(10, -30 / 20.0))).isCloseTo(0.5, within(1e-9));
        assertThat(level(0)).isZero();
        assertThat(level(7)).isEqualTo(1);
    }

    @Test
    void itRisesAtOnceAndFallsSlowly() {
        meter.push(0.1, PICTURE);
        meter.push(1, PICTURE);
        assertThat(meter.level()).isEqualTo(1);
        meter.push(0, 1);
        assertThat(meter.level()).isCloseTo(1 - 26 / 60.0, within(1e-9));
        meter.push(0, 10);
        assertThat(meter.level()).isZero();
    }

    @Test
    void itNeverFallsBelowWhatSounds() {
        meter.push(1, PICTURE);
        meter.push(0.5, 10);
        assertThat(meter.level()).isCloseTo(level(0.5), within(1e-9));
    }

    @Test
    void theHighestIsHeldForAWhileAndThenFallsToTheLevel() {
        meter.push(1, PICTURE);
        meter.push(0.01, 1);
        assertThat(meter.hold()).isEqualTo(1);
        meter.push(0.01, 0.3);
        assertThat(meter.hold()).isLessThan(1).isGreaterThan(meter.level());
        meter.push(0.01, 10);
        assertThat(meter.hold()).isEqualTo(meter.level());
    }

    @Test
    void aNewHighestIsHeldFromThenOn() {
        meter.push(0.5, PICTURE);
        meter.push(1, 1);
        meter.push(0, 1);
        assertThat(meter.hold()).isEqualTo(1);
    }

    @Test
    void itRestsWhenAllHasFallen() {
        assertThat(meter.rests()).isTrue();
        meter.push(1, PICTURE);
        assertThat(meter.rests()).isFalse();
        meter.push(0, 3);
        assertThat(meter.rests()).isTrue();
    }

    private static double level(double peak) {
        Meter meter = new Meter();
        meter.push(peak, PICTURE);
        return meter.level();
    }
}
