package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.ui.FxScene;
import app.partita.ui.text.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The player's pane in windows of any size. */
class PlayerLayoutTest {

    private FakePlayer player;

    @BeforeEach
    void open() {
        player = OnScene.open(1232, 440);
    }

    @ParameterizedTest
    @ValueSource(ints = {800, 900, 1000, 1100, 1200, 1300, 1440})
    void theControlsFitIntoTheWidthAndStayApart(int width) {
        resize(width);
        double[] end = {0};
        ((Pane) player.view.lookup(".transport")).getChildren().stream().filter(Node::isManaged).forEach(node -> {
            assertThat(node.getBoundsInParent().getMinX()).as(node.getId()).isGreaterThanOrEqualTo(end[0] - 0.5);
            end[0] = node.getBoundsInParent().getMaxX();
        });
        assertThat(end[0]).isLessThanOrEqualTo(width - 15);
        for (String id : new String[] {"#play", "#loop", "#position", "#heard-stems", "#export"}) {
            assertThat(lookup(id).isVisible()).as(id).isTrue();
        }
    }

    @Test
    void theTempoAndThusTheMetronomeCanBeReachedInTheNarrowestWindowInGerman() {
        PlayerView german = FxScene.on(() -> {
            PlayerView made = new PlayerView(player.model, player, Texts.in(Locale.GERMAN),
                    new PlayerThreads(Runnable::run, Runnable::run, Runnable::run));
            player.view.getScene().setRoot(made);
            return made;
        });
        OnScene.resize(german, 800, 300);
        assertThat(german.lookup("#tempo").isVisible()).isTrue();
        assertThat(german.lookup("#master").isVisible()).isTrue();
        assertThat(german.lookup("#speed").isVisible()).isFalse();
    }

    @Test
    void theSongsNameGoesFirstAndComesBack() {
        resize(1440);
        assertThat(lookup("#song").isVisible()).isTrue();
        resize(1000);
        assertThat(lookup("#song").isVisible()).isFalse();
        assertThat(lookup("#tempo").isVisible()).isTrue();
        resize(1440);
        assertThat(lookup("#song").isVisible()).isTrue();
    }

    private Node lookup(String id) {
        return player.view.lookup(id);
    }

    private void resize(int width) {
        OnScene.resize(player.view, width, 440);
    }
}
