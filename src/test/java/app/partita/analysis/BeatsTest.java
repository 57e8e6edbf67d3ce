package app.partita.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BeatsTest {

    @Test
    void tellsEvenBeatsFromOthers() {
        Beats even = Beats.steady(97.3, 0.37, 200).withUpbeats(2);
        assertThat(even.isEven()).isTrue();
        assertThat(Beats.even(97.3, 2, even.at(0), even.count())).isEqualTo(even);
        assertThat(new Beats(120, 0, new double[] {0, 0.5, 1.01}).isEven()).isFalse();
    }

    @Test
    void steadyBeatsFillTheSong() {
        Beats beats = Beats.steady(120, 1.2, 3);

        assertThat(beats.seconds()).containsExactly(new double[] {0.2, 0.7, 1.2, 1.7, 2.2, 2.7}, within(1e-9));
    }

    @Test
    void halvedBeatsKeepThoseThatBeginABar() {
        Beats beats = Beats.steady(120, 0, 5).withUpbeats(3);

        assertThat(beats.halved().bpm()).isEqualTo(60);
        assertThat(beats.halved().at(beats.halved().upbeats())).isEqualTo(beats.at(3));
    }

    @Test
    void doubledBeatsHaveAnotherBetweenAnyTwo() {
        Beats beats = new Beats(60, 1, new double[] {1, 2, 3.2});

        assertThat(beats.doubled()).isEqualTo(new Beats(120, 2, new double[] {1, 1.5, 2, 2.6, 3.2}));
    }

    @Test
    void refusesBeatsThatGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Beats(60, 0, new double[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Beats(60, 4, new double[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Beats(60, 0, new double[] {1}));
    }

    @Test
    void tapsGiveTheirTempo() {
        TapTempo taps = TapTempo.NONE.tapped(10);
        assertThat(taps.bpm()).isEmpty();

        taps = taps.tapped(10.5).tapped(11.02).tapped(11.5);

        assertThat(taps.bpm().orElseThrow()).isCloseTo(120, within(1e-9));
        assertThat(taps.taps()).isEqualTo(4);
        assertThat(taps.lastTap()).isEqualTo(11.5);
    }

    @Test
    void tapsBeginAnewAfterAPauseAndWhenTheClockGoesBack() {
        TapTempo taps = TapTempo.NONE.tapped(1).tapped(1.5);

        assertThat(taps.tapped(9).taps()).isEqualTo(1);
        assertThat(taps.tapped(0.5).taps()).isEqualTo(1);
    }
}
