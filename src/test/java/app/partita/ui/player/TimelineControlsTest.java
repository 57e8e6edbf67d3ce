package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.ui.FxScene;
import app.partita.ui.player.wave.TimeView;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zoom, scrolling, and what follows the playhead. */
class TimelineControlsTest {

    private static final int RATE = SyntheticSong.RATE;

    private FakePlayer player;

    @BeforeEach
    void open() {
        player = OnScene.open(1232, 440);
    }

    @Test
    void theKeysZoomAroundThePlayheadBetweenTheSongAndItsSamples() {
        FxScene.run(() -> player.model.seek(10L * RATE));
        double x = view().x(10L * RATE);
        press(PlayerKey.ZOOM_IN);
        assertThat(view().contentWidth()).isCloseTo(1500, within(1.0));
        assertThat(view().x(10L * RATE)).isCloseTo(x, within(1.0));
        press(PlayerKey.ZOOM_OUT);
        press(PlayerKey.ZOOM_OUT);
        assertThat(view().contentWidth()).isCloseTo(1000, within(1.0));
        for (int turn = 0; turn < 40; turn++) {
            press(PlayerKey.ZOOM_IN);
        }
        assertThat(view().framesPerPixel()).isEqualTo(1.0 / 16);
    }

    @Test
    void theBarIsThereWhenThereIsMoreThanIsSeenAndScrolls() {
        assertThat(bar().isVisible()).isFalse();
        zoomIn();
        assertThat(bar().isVisible()).isTrue();
        FxScene.run(() -> bar().setValue(bar().getMax()));
        assertThat(view().frame(view().width())).isCloseTo(20L * RATE, within((long) RATE / 10));
        FxScene.run(() -> bar().setValue(0));
        assertThat(view().left()).isZero();
    }

    @Test
    void theWheelScrollsSidewaysAndWithShift() {
        zoomIn();
        wheel(-120, 0, false);
        assertThat(view().left()).isCloseTo(120, within(0.5));
        wheel(0, 100, true);
        assertThat(view().left()).isCloseTo(20, within(0.5));
    }

    @Test
    void whoScrolledAwayIsNotTakenBackUntilAClick() {
        zoomIn();
        FxScene.run(() -> {
            player.playback.play();
            bar().setValue(bar().getMax());
            player.playback.position = RATE;
            player.view.frame(0.02);
        });
        assertThat(view().left()).isEqualTo(bar().getMax());
        FxScene.run(() -> {
            bar().setValue(0);
            player.view.frame(0.02);
        });
        Node lane = player.view.lookup(".wave-lane");
        Gestures.mouse(lane, MouseEvent.MOUSE_PRESSED, 500, 10, 1);
        Gestures.mouse(lane, MouseEvent.MOUSE_RELEASED, 500, 10, 1);
        FxScene.run(() -> {
            player.playback.position = 15L * RATE;
            player.view.frame(0.02);
        });
        assertThat(view().x(15L * RATE)).isBetween(0.0, view().width());
    }

    @Test
    void thePlayheadIsWhereItIsHeard() {
        FxScene.run(() -> {
            player.playback.position = 5L * RATE;
            player.view.frame(0.02);
        });
        assertThat(player.view.lookup(".playhead").getTranslateX()).isCloseTo(view().x(5L * RATE), within(1.5));
    }

    private void zoomIn() {
        FxScene.run(() -> player.view.lanes().timeline().zoom(4, 0));
    }

    private TimeView view() {
        return player.view.lanes().timeline().view();
    }

    private ScrollBar bar() {
        return (ScrollBar) player.view.lookup("#time-scroll");
    }

    private void press(PlayerKey key) {
        FxScene.run(() -> player.view.perform(new PlayerKey.Press(key, 0)));
    }

    private void wheel(double deltaX, double deltaY, boolean shift) {
        Node lane = player.view.lookup(".wave-lane");
        FxScene.run(() -> {
            Point2D at = lane.localToScene(300, 5);
            Event.fireEvent(lane, new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                    shift, false, false, false, false, false, deltaX, deltaY, deltaX, deltaY,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                    new PickResult(lane, at.getX(), at.getY())));
        });
    }
}
