package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.player.BeatGrid;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final int RATE = 1000;

    /** Beats every half second from 0.5 on, bars every two seconds. */
    private final Bars bars = new Bars(Optional.of(new BeatGrid(
            IntStream.range(0, 19).mapToDouble(beat -> 0.5 + beat * 0.5).toArray(), 4)), RATE, 10 * RATE);

    @Test
    void forwardGoesToTheNextBar() {
        assertThat(bars.next(0, true)).isEqualTo(0.5);
        assertThat(bars.next(0.5, true)).isEqualTo(2.5);
        assertThat(bars.next(2.4, true)).isEqualTo(2.5);
    }

    @Test
    void backGoesToThisBarsBeginningAndJustAfterItToTheBarBefore() {
        assertThat(bars.next(4.2, false)).isEqualTo(2.5);
        assertThat(bars.next(2.7, false)).isEqualTo(2.5);
        assertThat(bars.next(2.55, false)).isEqualTo(0.5);
    }

    @Test
    void beforeTheFirstAndAfterTheLastBarAreTheEndsOfTheSong() {
        assertThat(bars.next(0.5, false)).isZero();
        assertThat(bars.next(9, true)).isEqualTo(10);
    }

    @Test
    void aSongWithoutBeatsHasBarsOfTwoSecondsWithinIt() {
        Bars unknown = new Bars(Optional.empty(), RATE, 3 * RATE);
        assertThat(unknown.next(0.5, true)).isEqualTo(2.5);
        assertThat(unknown.next(2.5, true)).isEqualTo(3);
        assertThat(unknown.next(0.5, false)).isZero();
    }
}
