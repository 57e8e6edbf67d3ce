package app.partita.ui.player;

import static app.partita.ui.player.Gestures.key;
import static app.partita.ui.player.Gestures.mouse;
import static app.partita.ui.player.Gestures.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.player.Heard;
import app.partita.player.Loop;
import app.partita.player.Phase;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import app.partita.ui.player.mixer.Fader;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every control of the player's pane, over a player without sound. */
class PlayerViewTest {

    private static final int RATE = SyntheticSong.RATE;

    private FakePlayer player;
    private SyntheticSong song;

    @BeforeEach
    void open() {
        player = OnScene.open(1232, 440);
        song = player.song;
    }

    @Test
    void everyStemHasALaneInTheOrderOfTheKeys() {
        assertThat(player.view.lanes().rows()).extracting(row -> row.lane().colour())
                .containsExactly("original", "vocals", "drums", "bass", "other");
    }

    @Test
    void theRoundButtonPlaysAndPauses() {
        fire("#play");
        assertThat(player.playback.state.phase()).isEqualTo(Phase.PLAYING);
        fire("#play");
        assertThat(player.playback.state.phase()).isEqualTo(Phase.PAUSED);
    }

    @Test
    void previousAndNextOpenOtherSongsAndRestWithoutAny() {
        assertThat(lookup("#next").isDisabled()).isTrue();
        FxScene.run(() -> player.next.set(Optional.of(SampleJobs.mixed().getFirst())));
        fire("#next");
        assertThat(player.model.songProperty().get().orElseThrow().job().name()).isEqualTo("lithium.flac");
    }

    @Test
    void muteAndSoloOfALaneChangeTheMixAndAreKept() {
        fire("#mute-drums");
        fire("#solo-bass");
        assertThat(player.playback.state.mixer().strip(StemKind.DRUMS).muted()).isTrue();
        assertThat(player.playback.state.mixer().strip(StemKind.BASS).soloed()).isTrue();
        assertThat(player.done).contains("kept mixer");
    }

    @Test
    void theOriginalHasNoMuteAndNoSolo() {
        assertThat(player.view.lookupAll(".mute")).hasSize(4);
        assertThat(lookup("#original-words")).isNotNull();
    }

    @Test
    void aFaderIsDraggedTurnedAndReset() {
        Fader fader = (Fader) lookup("#volume-vocals");
        mouse(fader, MouseEvent.MOUSE_PRESSED, fader.getWidth() / 2, 8, 1);
        assertThat(gain(StemKind.VOCALS)).isLessThan(-3);
        mouse(fader, MouseEvent.MOUSE_PRESSED, 20, 8, 2);
        assertThat(gain(StemKind.VOCALS)).isZero();
        wheel(fader, 10, 40);
        assertThat(gain(StemKind.VOCALS)).isPositive();
        key(fader, KeyCode.DOWN, false);
        key(fader, KeyCode.DOWN, false);
        assertThat(gain(StemKind.VOCALS)).isNegative();
    }

    @Test
    void theBalanceIsTurnedByKeyAndReset() {
        Node pan = lookup("#pan-bass");
        key(pan, KeyCode.UP, false);
        key(pan, KeyCode.UP, false);
        assertThat(player.playback.state.mixer().strip(StemKind.BASS).pan()).isCloseTo(0.1, within(1e-9));
        key(pan, KeyCode.DELETE, false);
        assertThat(player.playback.state.mixer().strip(StemKind.BASS).pan()).isZero();
    }

    @Test
    void theMasterFaderSetsTheWhole() {
        Fader master = (Fader) lookup("#master");
        FxScene.run(() -> master.valueProperty().set(1));
        assertThat(player.playback.state.mixer().masterDb()).isEqualTo(12);
    }

    @Test
    void originalOrStems() {
        fire("#heard-original");
        assertThat(player.playback.state.heard()).isEqualTo(Heard.ORIGINAL);
        press(PlayerKey.HEARD, 0);
        assertThat(player.playback.state.heard()).isEqualTo(Heard.STEMS);
    }

    @Test
    void aClickOnALaneSeeksAndADragSelectsALoop() {
        Node lane = player.view.lookup(".wave-lane");
        mouse(lane, MouseEvent.MOUSE_PRESSED, 500, 10, 1);
        mouse(lane, MouseEvent.MOUSE_RELEASED, 500, 10, 1);
        assertThat(player.playback.position).isCloseTo(10L * RATE, within(RATE / 10L));

        mouse(lane, MouseEvent.MOUSE_PRESSED, 250, 10, 1);
        mouse(lane, MouseEvent.MOUSE_DRAGGED, 750, 10, 1);
        mouse(lane, MouseEvent.MOUSE_RELEASED, 750, 10, 1);
        assertThat(loop().from()).isCloseTo(5L * RATE, within(RATE / 10L));
        assertThat(loop().to()).isCloseTo(15L * RATE, within(RATE / 10L));
        assertThat(player.playback.position).isCloseTo(10L * RATE, within(RATE / 10L));
    }

    @Test
    void theLoopIsAdjustedByItsHandlesOnTheRuler() {
        FxScene.run(() -> player.model.loop().select(Optional.of(new Loop(5L * RATE, 10L * RATE))));
        Node ruler = lookup("#ruler");
        mouse(ruler, MouseEvent.MOUSE_PRESSED, 499, 10, 1);
        mouse(ruler, MouseEvent.MOUSE_DRAGGED, 600, 10, 1);
        mouse(ruler, MouseEvent.MOUSE_RELEASED, 600, 10, 1);
        assertThat(loop().from()).isEqualTo(5L * RATE);
        assertThat(loop().to()).isCloseTo(12L * RATE, within(RATE / 10L));
    }

    @Test
    void theWheelZoomsAroundThePointerToSingleSamplesAndBack() {
        Node lane = player.view.lookup(".wave-lane");
        double before = player.view.lanes().timeline().view().frame(300);
        wheel(lane, 300, 400);
        assertThat((double) player.view.lanes().timeline().view().frame(300)).isCloseTo(before, within(1000.0));
        for (int turn = 0; turn < 10; turn++) {
            wheel(lane, 300, 400);
        }
        assertThat(player.view.lanes().timeline().view().framesPerPixel()).isEqualTo(1.0 / 16);
        for (int turn = 0; turn < 12; turn++) {
            wheel(lane, 300, -400);
        }
        assertThat(player.view.lanes().timeline().view().contentWidth()).isCloseTo(1000, within(1.0));
    }

    @Test
    void thePictureFollowsThePlayhead() {
        FxScene.run(() -> {
            player.view.lanes().timeline().zoom(10, 0);
            player.playback.play();
            player.playback.position = 15L * RATE;
            player.view.frame(0.02);
        });
        double x = player.view.lanes().timeline().view().x(15.0 * RATE);
        assertThat(x).isBetween(0.0, 1000.0);
    }

    @Test
    void speedAndPitchAreTurnedEditedAndReset() {
        wheel(lookup("#speed"), 5, -400);
        assertThat(player.playback.state.tempo()).isCloseTo(0.9, within(1e-9));
        mouse(lookup("#speed"), MouseEvent.MOUSE_CLICKED, 5, 5, 2);
        assertThat(player.playback.state.tempo()).isEqualTo(1);
        mouse(lookup("#pitch"), MouseEvent.MOUSE_CLICKED, 5, 5, 1);
        FxScene.run(() -> ((Fader) lookup("#editor-fader")).valueProperty().set(0));
        assertThat(player.playback.state.semitones()).isEqualTo(-12);
        fire("#editor-reset");
        assertThat(player.playback.state.semitones()).isZero();
    }

    @Test
    void theTempoIsHalvedDoubledAndTapped() {
        mouse(lookup("#tempo"), MouseEvent.MOUSE_CLICKED, 5, 5, 1);
        fire("#tempo-half");
        assertThat(bpm()).isEqualTo(60);
        fire("#tempo-double");
        fire("#tempo-double");
        assertThat(bpm()).isEqualTo(240);
        FxScene.run(() -> player.playback.play());
        for (int tap = 0; tap < 4; tap++) {
            player.playback.position = Math.round(tap * 0.6 * RATE);
            fire("#tempo-tap");
        }
        assertThat(bpm()).isCloseTo(100, within(0.1));
        assertThat(player.done).contains("kept music");
    }

    @Test
    void theMetronomeAndTheCountInAreSwitchedWhereTheTempoIs() {
        mouse(lookup("#tempo"), MouseEvent.MOUSE_CLICKED, 5, 5, 1);
        fire("#tempo-click");
        fire("#tempo-count-in");
        assertThat(player.playback.state.metronome()).isTrue();
        assertThat(player.playback.state.countIn()).isTrue();
        assertThat(lookup("#tempo").getAccessibleText()).contains("clicks");
        press(PlayerKey.METRONOME, 0);
        assertThat(((ToggleButton) lookup("#tempo-click")).isSelected()).isFalse();
    }

    @Test
    void aMetronomeWithoutBeatsSaysWhatIsMissing() {
        player.music = Music.UNKNOWN;
        FxScene.run(() -> player.model.open(SampleJobs.mixed().getFirst()));
        press(PlayerKey.METRONOME, 0);
        assertThat(player.done).contains("no beats");
        mouse(lookup("#tempo"), MouseEvent.MOUSE_CLICKED, 5, 5, 1);
        assertThat(lookup("#tempo-click").isDisabled()).isTrue();
    }

    @Test
    void theKeyIsChosenAndShownAsItSounds() {
        mouse(lookup("#key"), MouseEvent.MOUSE_CLICKED, 5, 5, 1);
        fire("#key-21");
        assertThat(words("#key")).isEqualTo("A minor");
        FxScene.run(() -> player.model.semitones(3));
        assertThat(words("#key")).isEqualTo("C minor");
    }

    @Test
    void keysDoWhatTheySay() {
        FxScene.run(() -> player.model.seek(10L * RATE));
        press(PlayerKey.BACK, 0);
        assertThat(player.playback.position).isEqualTo(5L * RATE);
        press(PlayerKey.FORWARD, 0);
        press(PlayerKey.LOOP_FROM, 0);
        assertThat(loop()).isEqualTo(new Loop(10L * RATE, 20L * RATE));
        press(PlayerKey.BAR_FORWARD, 0);
        assertThat(player.playback.position).isEqualTo(12L * RATE);
        press(PlayerKey.LOOP_TO, 0);
        assertThat(loop()).isEqualTo(new Loop(10L * RATE, 12L * RATE));
        press(PlayerKey.LOOP, 0);
        assertThat(player.playback.state.loop()).isEmpty();
        press(PlayerKey.LOOP, 0);
        assertThat(loop()).isEqualTo(new Loop(10L * RATE, 12L * RATE));
        press(PlayerKey.BAR_BACK, 0);
        assertThat(player.playback.position).isEqualTo(10L * RATE);
        press(PlayerKey.START, 0);
        assertThat(player.playback.position).isZero();
        press(PlayerKey.METRONOME, 0);
        assertThat(player.playback.state.metronome()).isTrue();
    }

    @Test
    void digitsMuteAndSoloInTheOrderOfTheLanes() {
        press(PlayerKey.MUTE, 0);
        press(PlayerKey.SOLO, 2);
        press(PlayerKey.MUTE, 5);
        assertThat(player.playback.state.mixer().strip(StemKind.VOCALS).muted()).isTrue();
        assertThat(player.playback.state.mixer().strip(StemKind.BASS).soloed()).isTrue();
        assertThat(((ToggleButton) lookup("#mute-vocals")).isSelected()).isTrue();
        press(PlayerKey.CLEAR, 0);
        assertThat(player.model.audible(StemKind.VOCALS)).isTrue();
        assertThat(((ToggleButton) lookup("#mute-vocals")).isSelected()).isFalse();
    }

    @Test
    void whatIsNotSeparatedYetIsMarkedAndTheWaitIsTold() {
        FxScene.run(() -> {
            song.ready = Stretches.NONE.with(0, 8L * RATE);
            player.playback.phase(Phase.WAITING);
            player.view.frame(0.02);
            OnScene.layOut(player.view);
        });
        assertThat(player.view.lookupAll(".ready-end")).filteredOn(Node::isVisible).hasSize(1)
                .allSatisfy(end -> assertThat(end.getLayoutX()).isCloseTo(
                        player.view.lanes().timeline().view().x(8.0 * RATE), within(1.0)));
        assertThat(lookup("#waiting").isVisible()).isTrue();
    }

    @Test
    void allIsNamedForThoseWhoListen() {
        for (String id : new String[] {"#play", "#previous", "#next", "#loop", "#master", "#export", "#mute-drums",
            "#solo-drums", "#volume-drums", "#pan-drums", "#tempo", "#key", "#speed", "#pitch"}) {
            assertThat(lookup(id).getAccessibleText()).as(id).isNotBlank();
        }
    }

    private void press(PlayerKey key, int number) {
        FxScene.run(() -> player.view.perform(new PlayerKey.Press(key, number)));
    }

    private void fire(String id) {
        FxScene.run(() -> ((ButtonBase) lookup(id)).fire());
    }

    private Node lookup(String id) {
        return player.view.lookup(id);
    }

    private String words(String id) {
        return ((Labeled) lookup(id).lookup(".strong")).getText();
    }

    private double gain(StemKind stem) {
        return player.playback.state.mixer().strip(stem).gainDb();
    }

    private Loop loop() {
        return player.playback.state.loop().orElseThrow();
    }

    private double bpm() {
        return player.model.musicProperty().get().beats().orElseThrow().bpm();
    }
}
