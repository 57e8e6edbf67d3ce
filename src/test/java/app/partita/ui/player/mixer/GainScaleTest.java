package app.partita.ui.player.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.player.Strip;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class GainScaleTest {

    @Test
    void unityIsAtFourFifthsOfTheWaySilenceAtItsBeginning() {
        assertThat(GainScale.decibels(0.8)).isZero();
        assertThat(GainScale.decibels(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(GainScale.decibels(1)).isEqualTo(Strip.MOST_GAIN_DB);
        assertThat(GainScale.way(0)).isEqualTo(0.8);
        assertThat(GainScale.way(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(GainScale.way(Strip.MOST_GAIN_DB)).isEqualTo(1);
    }

    @Property
    void wayAndGainBelongTogether(@ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1) double way) {
        assertThat(GainScale.way(GainScale.decibels(way))).isCloseTo(way, within(1e-9));
    }

    @Property
    void furtherIsLouder(@ForAll @DoubleRange(min = 0, max = 1) double one,
                         @ForAll @DoubleRange(min = 0, max = 1) double other) {
        assertThat(Double.compare(GainScale.decibels(one), GainScale.decibels(other)))
                .isEqualTo(Double.compare(one, other));
    }

    @Test
    void wordsHaveARealMinusAndNoneForZero() {
        assertThat(GainScale.words(-3.6)).isEqualTo("−3.6");
        assertThat(GainScale.words(2)).isEqualTo("+2.0");
        assertThat(GainScale.words(-0.04)).isEqualTo("0.0");
        assertThat(GainScale.words(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }
}
