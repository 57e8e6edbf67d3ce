package app.partita.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.scalar.ScalarMath;
import app.partita.testkit.Exact;
import org.junit.jupiter.api.Test;

/**
 * How far the approximations are from the functions, over all their ranges; the SIMD kernels give the same bits.
 * Outside these ranges nothing is promised but what the tests of the extremes say.
 */
class ApproximationAccuracyTest {

    private static final int POINTS = 400_000;

    private interface Function {

        float at(float x);
    }

    private interface ErrorMeasure {

        double of(double argument, double value);
    }

    @Test
    void expHasARelativeErrorBelow9e8FromMinus87To88() {
        assertThat(worst(-87, 88, ScalarMath::exp, (x, y) -> Math.abs(y / Math.exp(x) - 1))).isLessThan(9e-8);
        assertThat(worst(-1, 1, ScalarMath::exp, (x, y) -> Math.abs(y / Math.exp(x) - 1))).isLessThan(9e-8);
    }

    @Test
    void exp2HasARelativeErrorBelow9e8FromMinus126To0() {
        assertThat(worst(-126, 0, ScalarMath::exp2, (x, y) -> Math.abs(y / Math.pow(2, x) - 1))).isLessThan(9e-8);
        assertThat(worst(-1, 0, ScalarMath::exp2, (x, y) -> Math.abs(y / Math.pow(2, x) - 1))).isLessThan(9e-8);
    }

    @Test
    void sigmoidHasARelativeErrorBelow16e8FromMinus87To88() {
        assertThat(worst(-87, 88, ScalarMath::sigmoid, (x, y) -> Math.abs(y * (1 + Math.exp(-x)) - 1)))
                .isLessThan(1.6e-7);
    }

    @Test
    void geluHasAnErrorBelow12e8OfItsArgumentOrOfOne() {
        assertThat(worst(-90, 90, ScalarMath::gelu, (x, y) -> Math.abs(y - Exact.gelu(x)) / Math.max(1, Math.abs(x))))
                .isLessThan(1.2e-7);
        assertThat(worst(-3, 3, ScalarMath::gelu, (x, y) -> Math.abs(y - Exact.gelu(x)) / Math.max(1, Math.abs(x))))
                .isLessThan(1.2e-7);
    }

    @Test
    void zerosOfBothSignsAreExact() {
        for (float zero : new float[] {0f, -0f}) {
            assertThat(ScalarMath.exp(zero)).isEqualTo(1f);
            assertThat(ScalarMath.exp2(zero)).isEqualTo(1f);
            assertThat(ScalarMath.sigmoid(zero)).isEqualTo(0.5f);
            assertThat(ScalarMath.gelu(zero)).isEqualTo(0f);
        }
    }

    @Test
    void argumentsBeyondTheRangeOfExpAreTreatedAsItsBorders() {
        for (float large : new float[] {88.5f, 1e4f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertThat(ScalarMath.exp(large)).isEqualTo(ScalarMath.exp(88f));
            assertThat(ScalarMath.exp(-large)).isEqualTo(ScalarMath.exp(-87f)).isGreaterThanOrEqualTo(Float.MIN_NORMAL);
            assertThat(ScalarMath.exp2(-2 * large)).isEqualTo(ScalarMath.exp2(-126f)).isEqualTo(Float.MIN_NORMAL);
            assertThat(ScalarMath.sigmoid(large)).isEqualTo(1f);
            assertThat(ScalarMath.sigmoid(-large)).isBetween(0f, 1e-38f);
        }
    }

    @Test
    void geluOfLargeNumbersIsTheNumberOrZero() {
        for (float large : new float[] {20f, 1e4f, 1e20f, Float.MAX_VALUE}) {
            assertThat(ScalarMath.gelu(large)).isEqualTo(large);
            assertThat(ScalarMath.gelu(-large)).isBetween(-1e-37f, 0f);
        }
    }

    @Test
    void notANumberStaysSoAndGeluMakesItOfInfinities() {
        assertThat(ScalarMath.exp(Float.NaN)).isNaN();
        assertThat(ScalarMath.exp2(Float.NaN)).isNaN();
        assertThat(ScalarMath.sigmoid(Float.NaN)).isNaN();
        assertThat(ScalarMath.gelu(Float.NaN)).isNaN();
        assertThat(ScalarMath.gelu(Float.POSITIVE_INFINITY)).isNaN();
        assertThat(ScalarMath.gelu(Float.NEGATIVE_INFINITY)).isNaN();
    }

    private static double worst(double from, double to, Function approximation, ErrorMeasure error) {
        double worst = 0;
        for (int i = 0; i <= POINTS; i++) {
            float x = (float) (from + (to - from) * i / POINTS);
            worst = Math.max(worst, error.of(x, approximation.at(x)));
        }
        return worst;
    }
}
