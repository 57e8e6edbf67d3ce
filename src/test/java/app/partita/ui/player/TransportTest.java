package app.partita.ui.player;

import static app.partita.ui.player.Gestures.key;
import static app.partita.ui.player.Gestures.mouse;
import static app.partita.ui.player.Gestures.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import app.partita.player.Heard;
import app.partita.player.Loop;
import app.partita.player.Phase;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import app.partita.ui.player.mixer.Fader;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line of controls above the lanes. */
class TransportTest {

    private static final int RATE = SyntheticSong.RATE;

    private FakePlayer player;

    @BeforeEach
    void open() {
        player = OnScene.open(1440, 440);
    }

    @Test
    void stopGoesBackToTheStart() {
        FxScene.run(() -> {
            player.model.seek(3 * RATE);
            player.playback.play();
        });
        fire("#stop");
        assertThat(player.playback.state.phase()).isEqualTo(Phase.STOPPED);
        assertThat(words("#position")).isEqualTo("0:00.000");
    }

    @Test
    void previousOpensAnotherSongAndGoesOnPlaying() {
        FxScene.run(() -> {
            player.previous.set(Optional.of(SampleJobs.mixed().getFirst()));
            player.playback.play();
        });
        fire("#previous");
        assertThat(words("#song .strong")).isEqualTo("Lithium");
        assertThat(player.playback.state.phase()).isEqualTo(Phase.PLAYING);
    }

    @Test
    void theLoopButtonShowsAndSwitchesTheLoop() {
        assertThat(((ToggleButton) lookup("#loop")).isSelected()).isFalse();
        fire("#loop");
        assertThat(player.playback.state.loop()).contains(new Loop(0, 8L * RATE));
        assertThat(((ToggleButton) lookup("#loop")).isSelected()).isTrue();
        fire("#loop");
        assertThat(player.playback.state.loop()).isEmpty();
        FxScene.run(() -> player.model.loop().select(Optional.of(new Loop(RATE, 2 * RATE))));
        assertThat(((ToggleButton) lookup("#loop")).isSelected()).isTrue();
    }

    @Test
    void positionAndLengthAreShownInMilliseconds() {
        FxScene.run(() -> {
            player.playback.position = 25L * RATE / 2;
            player.view.frame(0.02);
        });
        assertThat(words("#position")).isEqualTo("0:12.500");
        assertThat(words("#length")).isEqualTo("/ 0:20.000");
    }

    @Test
    void whatIsHeardIsSwitchedAndSwitchedBack() {
        fire("#heard-original");
        fire("#heard-stems");
        assertThat(player.playback.state.heard()).isEqualTo(Heard.STEMS);
        assertThat(((ToggleButton) lookup("#heard-stems")).isSelected()).isTrue();
        fire("#heard-stems");
        assertThat(((ToggleButton) lookup("#heard-stems")).isSelected()).isTrue();
    }

    @Test
    void aSongWithoutStemsIsHeardAsItIs() {
        player.song = new SyntheticSong(3, List.of());
        FxScene.run(() -> player.model.open(SampleJobs.mixed().get(1)));
        assertThat(player.playback.state.heard()).isEqualTo(Heard.ORIGINAL);
        assertThat(lookup("#heard-stems").isDisabled()).isTrue();
        FxScene.run(player.model::toggleHeard);
        assertThat(player.playback.state.heard()).isEqualTo(Heard.ORIGINAL);
    }

    @Test
    void theMasterFaderIsDraggedTurnedAndReset() {
        Fader master = (Fader) lookup("#master");
        mouse(master, MouseEvent.MOUSE_PRESSED, 40, 8, 1);
        mouse(master, MouseEvent.MOUSE_DRAGGED, master.getWidth(), 8, 1);
        assertThat(master()).isEqualTo(12);
        mouse(master, MouseEvent.MOUSE_PRESSED, 40, 8, 2);
        assertThat(master()).isZero();
        wheel(master, 10, -40);
        assertThat(master()).isNegative();
        key(master, KeyCode.DELETE, false);
        assertThat(master()).isZero();
    }

    @Test
    void exportAsksAndIsThereOnlyWithASong() {
        fire("#export");
        assertThat(player.done).contains("export");
        FakePlayer empty = FxScene.on(() -> FakePlayer.of(SyntheticSong.of(1)));
        for (String id : new String[] {"#export", "#play", "#stop", "#loop", "#heard-stems"}) {
            assertThat(empty.view.lookup(id).isDisabled()).as(id).isTrue();
        }
    }

    @Test
    void everyControlSaysWhatItDoes() {
        for (String id : new String[] {"#previous", "#play", "#next", "#stop", "#loop", "#heard-original", "#export"}) {
            assertThat(((ButtonBase) lookup(id)).getTooltip().getText()).as(id).isNotBlank();
        }
    }

    private double master() {
        return player.playback.state.mixer().masterDb();
    }

    private void fire(String id) {
        FxScene.run(() -> ((ButtonBase) lookup(id)).fire());
    }

    private String words(String selector) {
        return FxScene.on(() -> ((Labeled) lookup(selector)).getText());
    }

    private Node lookup(String selector) {
        return player.view.lookup(selector);
    }
}
