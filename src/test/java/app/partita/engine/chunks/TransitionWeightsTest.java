package app.partita.engine.chunks;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TransitionWeightsTest {

    @Test
    void riseToTheMiddleAndFall() {
        assertThat(TransitionWeights.triangle(4, 1)).containsExactly(0.5f, 1, 1, 0.5f);
        assertThat(TransitionWeights.triangle(5, 1)).containsExactly(1 / 3f, 2 / 3f, 1, 2 / 3f, 1 / 3f);
    }

    @Test
    void aPowerFavoursTheMiddle() {
        assertThat(TransitionWeights.triangle(4, 2)).containsExactly(0.25f, 1, 1, 0.25f);
    }

    @Property(tries = 100)
    void neverTouchZero(@ForAll @IntRange(min = 1, max = 2000) int segment) {
        float[] weights = TransitionWeights.triangle(segment, 1);

        assertThat(weights).hasSize(segment);
        for (float weight : weights) {
            assertThat(weight).isPositive().isLessThanOrEqualTo(1);
        }
    }
}
