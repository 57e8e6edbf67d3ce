package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayheadTest {

    private static final int RATE = 1000;
    private static final long SECOND = 1_000_000_000L;

    private final Playhead playhead = new Playhead();

    @BeforeEach
    void stand() {
        playhead.stand(5000, RATE);
    }

    @Test
    void whatWaitsInTheDeviceIsNotHeardYet() {
        playhead.block(400, 5000, 1, null);
        playhead.pending(300, 0);
        assertThat(playhead.frame(0)).isEqualTo(5100);
    }

    @Test
    void betweenWhatTheDeviceTellsTimeGoesOnAsFarAsIsWritten() {
        playhead.block(400, 5000, 1, null);
        playhead.pending(300, 0);
        assertThat(playhead.frame(SECOND / 10)).isEqualTo(5200);
        assertThat(playhead.frame(SECOND)).isEqualTo(5400);
    }

    @Test
    void aDeviceThatTakesBackWhatItToldDoesNotSendThePlayheadBack() {
        playhead.block(400, 5000, 1, null);
        playhead.pending(100, 0);
        playhead.pending(250, 0);
        assertThat(playhead.frame(0)).isEqualTo(5300);
    }

    @Test
    void theSongGoesAsFastAsItIsPlayed() {
        playhead.block(200, 5000, 0.5, null);
        playhead.block(200, 5100, 1.5, null);
        playhead.pending(300, 0);
        assertThat(playhead.frame(0)).isEqualTo(5050);
        playhead.pending(100, 0);
        assertThat(playhead.frame(0)).isEqualTo(5250);
    }

    @Test
    void withinALoopItTurnsWhereTheSoundDoes() {
        playhead.block(400, 5000, 1, new Loop(4900, 5150));
        playhead.pending(260, 0);
        assertThat(playhead.frame(0)).isEqualTo(5140);
        playhead.pending(200, 0);
        assertThat(playhead.frame(0)).isEqualTo(4950);
    }
}
