package app.partita.ui.player;

import static app.partita.ui.player.Gestures.mouse;
import static app.partita.ui.player.Gestures.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.player.Loop;
import app.partita.player.Strip;
import app.partita.stems.StemKind;
import app.partita.ui.FxScene;
import app.partita.ui.player.mixer.Fader;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before and over a lane. */
class LaneControlsTest {

    private static final int RATE = SyntheticSong.RATE;

    private FakePlayer player;

    @BeforeEach
    void open() {
        player = OnScene.open(1232, 440);
    }

    @Test
    void aFaderFollowsTheHandAndItsNumberToo() {
        Fader fader = (Fader) lookup("#volume-drums");
        mouse(fader, MouseEvent.MOUSE_PRESSED, 100, 8, 1);
        mouse(fader, MouseEvent.MOUSE_DRAGGED, fader.getWidth(), 8, 1);
        assertThat(strip(StemKind.DRUMS).gainDb()).isEqualTo(12);
        assertThat(decibels("drums")).isEqualTo("+12.0");
        mouse(fader, MouseEvent.MOUSE_DRAGGED, -20, 8, 1);
        assertThat(decibels("drums")).isEqualTo("−∞");
    }

    @Test
    void theBalanceIsDraggedUpAndSidewaysTurnedAndReset() {
        Node pan = lookup("#pan-drums");
        mouse(pan, MouseEvent.MOUSE_PRESSED, 10, 10, 1);
        mouse(pan, MouseEvent.MOUSE_DRAGGED, 10, -20, 1);
        assertThat(strip(StemKind.DRUMS).pan()).isCloseTo(0.5, within(1e-9));
        mouse(pan, MouseEvent.MOUSE_DRAGGED, -110, 10, 1);
        assertThat(strip(StemKind.DRUMS).pan()).isEqualTo(-1);
        wheel(pan, 10, 80);
        assertThat(strip(StemKind.DRUMS).pan()).isCloseTo(-0.9, within(1e-9));
        mouse(pan, MouseEvent.MOUSE_PRESSED, 10, 10, 2);
        assertThat(strip(StemKind.DRUMS).pan()).isZero();
    }

    @Test
    void theBalanceStaysInTheMiddleNearTheMiddle() {
        Node pan = lookup("#pan-drums");
        mouse(pan, MouseEvent.MOUSE_PRESSED, 10, 10, 1);
        mouse(pan, MouseEvent.MOUSE_DRAGGED, 11, 10, 1);
        assertThat(strip(StemKind.DRUMS).pan()).isZero();
    }

    @Test
    void theBalanceIsShownAsLongAsItIsNotInTheMiddle() {
        assertThat(lookup("#pan-drums").isVisible()).isFalse();
        FxScene.run(() -> player.model.strip(StemKind.DRUMS, strip -> strip.withPan(0.3)));
        assertThat(lookup("#pan-drums").isVisible()).isTrue();
    }

    @Test
    void theMetersShowWhatIsHeard() {
        player.playback.peaks[1] = 1;
        player.playback.peak = 1;
        FxScene.run(() -> player.view.frame(0.02));
        assertThat(meter("drums")).isEqualTo(1);
        assertThat(meter("original")).isZero();
        FxScene.run(player.model::toggleHeard);
        FxScene.run(() -> player.view.frame(10));
        assertThat(meter("original")).isEqualTo(1);
        assertThat(meter("drums")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {340, 370, 440, 700})
    void allControlsOfALaneAreWithinItAndApartHoweverLowItIs(int height) {
        OnScene.resize(player.view, 1232, height);
        for (String stem : List.of("vocals", "drums", "bass", "other")) {
            double header = header(stem).getHeight();
            Bounds mute = lookup("#mute-" + stem).getBoundsInParent();
            Bounds fader = lookup("#volume-" + stem).getBoundsInParent();
            assertThat(mute.getMinY()).isGreaterThanOrEqualTo(0);
            assertThat(fader.getMinY()).isGreaterThanOrEqualTo(mute.getMaxY());
            assertThat(fader.getMaxY()).isLessThanOrEqualTo(header);
        }
    }

    @Test
    void theLoopIsSeenOnSpectrogramsToo() {
        FxScene.run(() -> player.model.loop().select(Optional.of(new Loop(5L * RATE, 10L * RATE))));
        assertThat(handle()).isEqualTo(26);
        FxScene.run(() -> player.view.perform(new PlayerKey.Press(PlayerKey.SPECTROGRAM, 0)));
        assertThat(handle()).isGreaterThan(300);
    }

    private double handle() {
        return ((Region) lookup(".loop-handle")).getHeight();
    }

    private Strip strip(StemKind stem) {
        return player.playback.state.mixer().strip(stem);
    }

    private String decibels(String stem) {
        return FxScene.on(() -> ((Labeled) header(stem).lookup(".lane-db")).getText());
    }

    /** 0 to 1. */
    private double meter(String lane) {
        return FxScene.on(() -> {
            Region bar = (Region) header(lane).lookup(".level-bar");
            return bar.isVisible() ? bar.getHeight() / ((Region) bar.getParent()).getHeight() : 0;
        });
    }

    private Region header(String lane) {
        return (Region) lookup(".lane-header." + lane);
    }

    private Node lookup(String selector) {
        return player.view.lookup(selector);
    }
}
