package app.partita.ui.player.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RulerScaleTest {

    private static final double CLOSEST = 84;

    @Property
    void labelsKeepApartAndAreNotFarFromEachOther(@ForAll @DoubleRange(min = 0.01, max = 800_000) double zoom) {
        assertThat(RulerScale.of(zoom).step() * zoom).isBetween(CLOSEST, 2.5 * CLOSEST + 1);
    }

    @Property
    void neighboursAreToldApart(@ForAll @DoubleRange(min = 0.01, max = 800_000) double zoom,
                                @ForAll @LongRange(min = 0, max = 40_000) long number) {
        RulerScale scale = RulerScale.of(zoom);
        assertThat(scale.label(number)).isNotEqualTo(scale.label(number + 1));
    }

    @Test
    void aWholeSongIsDividedByHalfMinutes() {
        RulerScale scale = RulerScale.of(1208 / 302.0);
        assertThat(scale).isEqualTo(new RulerScale(30, 6));
        assertThat(scale.label(0)).isEqualTo("0:00");
        assertThat(scale.label(3)).isEqualTo("1:30");
        assertThat(scale.label(121)).isEqualTo("1:00:30");
    }

    @Test
    void partsOfASecondAreNamedAsFarAsTheyAreNeeded() {
        assertThat(new RulerScale(0.5, 5).label(3)).isEqualTo("0:01.5");
        assertThat(new RulerScale(0.05, 5).label(1201)).isEqualTo("1:00.05");
        assertThat(new RulerScale(0.0002, 4).label(7)).isEqualTo("0:00.0014");
    }

    @Test
    void noRoundingNamesTwoLabelsAlikeNearAWholeSecond() {
        RulerScale scale = new RulerScale(0.1, 5);
        Set<String> labels = new HashSet<>();
        for (long number = 0; number < 6000; number++) {
            labels.add(scale.label(number));
        }
        assertThat(labels).hasSize(6000).contains("0:59.9", "1:00.0").noneMatch(label -> label.length() > 6);
    }
}
