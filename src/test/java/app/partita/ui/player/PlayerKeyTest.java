package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which key stands for what, and where. */
class PlayerKeyTest {

    @ParameterizedTest
    @CsvSource({"SPACE, false, PLAY", "HOME, false, START", "LEFT, false, BACK", "RIGHT, false, FORWARD",
        "LEFT, true, BAR_BACK", "RIGHT, true, BAR_FORWARD", "DIGIT0, false, CLEAR", "L, false, LOOP",
        "I, false, LOOP_FROM", "O, false, LOOP_TO", "T, false, HEARD", "PLUS, false, ZOOM_IN", "PLUS, true, ZOOM_IN",
        "EQUALS, true, ZOOM_IN", "ADD, false, ZOOM_IN", "MINUS, false, ZOOM_OUT", "SUBTRACT, false, ZOOM_OUT",
        "M, false, METRONOME", "G, false, SPECTROGRAM", "F, false, FULL", "F1, false, KEYS"})
    void inThePlayerEveryKeyWorks(KeyCode code, boolean shift, PlayerKey key) {
        assertThat(of(code, shift, false, true).map(PlayerKey.Press::key)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"DIGIT1, 0", "DIGIT2, 1", "DIGIT3, 2", "DIGIT4, 3", "DIGIT5, 4", "DIGIT6, 5"})
    void digitsMuteAndWithShiftSoloAStem(KeyCode code, int stem) {
        assertThat(of(code, false, false, true)).contains(new PlayerKey.Press(PlayerKey.MUTE, stem));
        assertThat(of(code, true, false, true)).contains(new PlayerKey.Press(PlayerKey.SOLO, stem));
    }

    @ParameterizedTest
    @EnumSource(value = KeyCode.class, names = {"HOME", "LEFT", "RIGHT", "DIGIT0", "DIGIT1", "DIGIT6"})
    void arrowsHomeAndDigitsBelongToThePlayerOnlyInIt(KeyCode code) {
        assertThat(of(code, false, false, false)).isEmpty();
        assertThat(of(code, true, false, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = KeyCode.class, names = {"SPACE", "L", "I", "O", "T", "PLUS", "MINUS", "M", "G", "F", "F1"})
    void theOthersBelongToItEverywhere(KeyCode code) {
        assertThat(of(code, false, false, false)).isPresent();
    }

    @Test
    void withControlAKeyIsTheWindows() {
        assertThat(of(KeyCode.T, false, true, true)).isEmpty();
        assertThat(of(KeyCode.L, true, false, true)).isEmpty();
        assertThat(of(KeyCode.SPACE, true, false, true)).isEmpty();
    }

    private static Optional<PlayerKey.Press> of(KeyCode code, boolean shift, boolean control, boolean inPane) {
        return PlayerKey.of(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false), inPane);
    }
}
