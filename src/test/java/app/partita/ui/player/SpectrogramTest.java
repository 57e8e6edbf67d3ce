package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lanes as spectrograms: by key for all, by a button for one. */
class SpectrogramTest {

    private FakePlayer player;

    @BeforeEach
    void open() {
        player = OnScene.open(990, 440);
    }

    @Test
    void theKeySwitchesAllLanesAndBack() {
        press();
        assertThat(player.model.spectrograms().lanesProperty().get())
                .containsExactlyInAnyOrder("original", "vocals", "drums", "bass", "other");
        press();
        assertThat(player.model.spectrograms().lanesProperty().get()).isEmpty();
    }

    @Test
    void theButtonSwitchesItsLaneAndTheKeyThenTheOthers() {
        FxScene.run(() -> button("drums").fire());
        assertThat(player.model.spectrograms().lanesProperty().get()).isEqualTo(Set.of("drums"));
        press();
        assertThat(button("bass").isSelected()).isTrue();
        FxScene.run(() -> button("bass").fire());
        assertThat(player.model.spectrograms().lanesProperty().get()).hasSize(4).doesNotContain("bass");
    }

    @Test
    void theButtonIsThereWhileTheKeyboardIsInItsLaneOrItIsOn() {
        Stage stage = FxScene.on(() -> {
            Stage made = new Stage();
            made.setScene(player.view.getScene());
            made.show();
            lookup("#mute-vocals").requestFocus();
            return made;
        });
        try {
            assertThat(button("vocals").isVisible()).isTrue();
            assertThat(button("drums").isVisible()).isFalse();
            FxScene.run(() -> button("drums").fire());
            assertThat(button("drums").isVisible()).isTrue();
        } finally {
            FxScene.run(stage::hide);
        }
    }

    @Test
    void theButtonSaysWhatItDoes() {
        assertThat(button("drums").getAccessibleText()).isEqualTo("Drums as a spectrogram");
        assertThat(button("drums").getTooltip().getText()).contains("Drums").endsWith("G");
    }

    @Test
    void aLaneThatIsOnIsPaintedInTheColoursOfTheScale() {
        assertThat(hues("drums")).isLessThan(3);
        press();
        settle();
        assertThat(hues("drums")).isGreaterThan(4);
    }

    @Test
    void theNextSongIsShownAsThisOne() {
        press();
        FxScene.run(() -> player.model.open(SampleJobs.mixed().getFirst()));
        settle();
        assertThat(button("drums").isSelected()).isTrue();
        assertThat(hues("drums")).isGreaterThan(4);
    }

    /** How many different colours, roughly, a lane's first tile has, but for what is nearly the ground's. */
    private long hues(String lane) {
        return FxScene.on(() -> {
            LaneRow row = player.view.lanes().rows().stream().filter(each -> each.lane().colour().equals(lane))
                    .findFirst().orElseThrow();
            Image tile = row.wave().getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance)
                    .map(node -> ((ImageView) node).getImage()).findFirst().orElseThrow();
            return IntStream.range(0, (int) (tile.getWidth() * tile.getHeight()))
                    .mapToObj(i -> tile.getPixelReader().getColor(i % (int) tile.getWidth(), i / (int) tile.getWidth()))
                    .filter(colour -> colour.getOpacity() > 0.9 && colour.getSaturation() > 0.4).map(colour -> Math.round(colour.getHue() / 20))
                    .distinct().count();
        });
    }

    private void press() {
        FxScene.run(() -> player.view.perform(new PlayerKey.Press(PlayerKey.SPECTROGRAM, 0)));
    }

    private ToggleButton button(String lane) {
        return (ToggleButton) lookup("#spectrogram-" + lane);
    }

    private Node lookup(String id) {
        return player.view.lookup(id);
    }

    private void settle() {
        OnScene.settle(player.view);
    }
}
