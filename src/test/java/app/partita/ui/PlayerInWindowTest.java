package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.player.Phase;
import app.partita.stems.StemKind;
import app.partita.testkit.FakeScheduler;
import app.partita.ui.player.PlayerKey;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The player as part of the window: which half gets which key. */
class PlayerInWindowTest {

    @TempDir
    private Path folder;

    private FakeWindow fake;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        fake = FxScene.on(() -> {
            FakeWindow made = FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler());
            made.model.structure(SampleJobs.mixed());
            made.model.batch(SampleJobs.batch(SampleJobs.mixed()));
            return made;
        });
    }

    @Test
    void thePlayerComesWithTheFirstSong() {
        assertThat(lookup("#player")).isNull();
        openSong();
        assertThat(lookup("#player")).isNotNull();
        assertThat(lookup("#queue")).isNotNull();
    }

    @Test
    void theKeyboardGoesToTheSongThatIsOpenedAndStaysInTheQueueForSpace() {
        FxScene.run(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(4);
        });
        press(table(), KeyCode.SPACE, false);
        assertThat(focusIsWithin("#queue")).isTrue();
        press(table(), KeyCode.ENTER, false);
        assertThat(focusIsWithin("#player")).isTrue();
    }

    @Test
    void theKeyboardGoesToTheFirstSongThatIsOpened() {
        FxScene.run(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(4);
        });
        press(table(), KeyCode.ENTER, false);
        assertThat(focusIsWithin("#player")).isTrue();
    }

    @Test
    void spacePlaysTheSelectedRowAndThenPausesIt() {
        FxScene.run(() -> table().getSelectionModel().clearAndSelect(4));
        press(table(), KeyCode.SPACE, false);
        assertThat(fake.playback.state.phase()).isEqualTo(Phase.PLAYING);
        layOut();
        press(table(), KeyCode.SPACE, false);
        assertThat(fake.playback.state.phase()).isEqualTo(Phase.PAUSED);
        assertThat(fake.done).containsExactly("opened 夜の電車.m4a", "preview stopped");
    }

    @Test
    void spaceOnAButtonPlaysAndEnterPressesIt() {
        openSong();
        press(lookup("#mute-vocals"), KeyCode.SPACE, false);
        assertThat(fake.playback.state.phase()).isEqualTo(Phase.PLAYING);
        assertThat(fake.playback.state.mixer().strip(StemKind.VOCALS).muted()).isFalse();
        press(lookup("#mute-vocals"), KeyCode.ENTER, false);
        assertThat(fake.playback.state.mixer().strip(StemKind.VOCALS).muted()).isTrue();
    }

    @Test
    void textFieldsKeepTheirKeys() {
        openSong();
        press(lookup("#filter"), KeyCode.SPACE, false);
        press(lookup("#filter"), KeyCode.L, false);
        assertThat(fake.playback.state.phase()).isEqualTo(Phase.STOPPED);
        assertThat(fake.playback.state.loop()).isEmpty();
    }

    @Test
    void arrowsHomeAndDigitsBelongToTheHalfThatHasTheFocus() {
        openSong();
        press(table(), KeyCode.DIGIT1, false);
        press(table(), KeyCode.RIGHT, false);
        assertThat(fake.playback.state.mixer().strip(StemKind.VOCALS).muted()).isFalse();
        assertThat(fake.playback.done).noneMatch(done -> done.startsWith("skip"));
        press(lookup("#ruler"), KeyCode.DIGIT1, false);
        press(lookup("#ruler"), KeyCode.RIGHT, false);
        press(lookup("#ruler"), KeyCode.DIGIT2, true);
        assertThat(fake.playback.state.mixer().strip(StemKind.VOCALS).muted()).isTrue();
        assertThat(fake.playback.state.mixer().strip(StemKind.DRUMS).soloed()).isTrue();
        assertThat(fake.playback.done).contains("skip 5.0");
    }

    @Test
    void lettersBelongToThePlayerEverywhere() {
        openSong();
        press(table(), KeyCode.L, false);
        assertThat(fake.playback.state.loop()).isPresent();
        press(table(), KeyCode.M, false);
        assertThat(fake.playback.state.metronome()).isTrue();
    }

    @Test
    void fullSizeTakesTheWindowAndGivesItBack() {
        openSong();
        press(lookup("#ruler"), KeyCode.F, false);
        assertThat(halves().getItems()).hasSize(1);
        press(lookup("#ruler"), KeyCode.F, false);
        assertThat(halves().getItems()).hasSize(2);
    }

    @Test
    void theStatusBarNamesTheDeviceAndTheRate() {
        assertThat(status()).isEmpty();
        openSong();
        assertThat(status()).isEqualTo("System audio, 44.1 kHz");
        FxScene.run(() -> {
            fake.settings.change(now -> now.withAudioDevice("Headphones"));
            fake.window.show(fake.settings.settings());
        });
        assertThat(status()).isEqualTo("Headphones, 44.1 kHz");
        FxScene.run(() -> {
            fake.devices.clear();
            fake.player.open(SampleJobs.mixed().getFirst());
        });
        assertThat(status()).isEqualTo("No audio device");
    }

    @Test
    void oneSheetShowsAllKeys() {
        press(table(), KeyCode.F1, false);
        layOut();
        assertThat(FxScene.on(() -> fake.sheets.isShowing())).isTrue();
        assertThat(fake.sheets.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()))
                .containsAll(Stream.of(PlayerKey.values()).map(key -> fake.texts.of("playerkey", key)).toList())
                .containsAll(Stream.of(WindowAction.values()).map(key -> fake.texts.of("window", key)).toList());
    }

    private boolean focusIsWithin(String id) {
        FxScene.settle();
        return FxScene.on(() -> Stream.iterate(fake.scene.getFocusOwner(), Objects::nonNull, Node::getParent)
                .anyMatch(node -> node == lookup(id)));
    }

    private String status() {
        return ((Labeled) lookup("#status-device")).getText();
    }

    private void openSong() {
        FxScene.run(() -> fake.player.open(SampleJobs.mixed().get(4)));
        layOut();
    }

    private void layOut() {
        FxScene.run(() -> {
            fake.scene.getRoot().applyCss();
            fake.scene.getRoot().layout();
        });
    }

    private SplitPane halves() {
        return (SplitPane) lookup(".halves > .split-pane");
    }

    private TableView<?> table() {
        return (TableView<?>) lookup("#queue");
    }

    private Node lookup(String selector) {
        return fake.scene.getRoot().lookup(selector);
    }

    private static void press(Node node, KeyCode code, boolean shift) {
        FxScene.run(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", code, shift,
                false, false, false)));
    }
}
