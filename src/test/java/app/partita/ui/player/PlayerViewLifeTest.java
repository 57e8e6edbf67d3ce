package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.player.MixerState;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import app.partita.ui.text.Texts;
import java.lang.ref.WeakReference;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The view is made anew in another language; the model goes on. */
class PlayerViewLifeTest {

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @Test
    void theModelForgetsAViewThatIsNoLongerShown() throws Exception {
        FakePlayer player = FxScene.on(() -> {
            FakePlayer made = FakePlayer.of(SyntheticSong.of(3));
            made.model.open(SampleJobs.mixed().get(4));
            return made;
        });
        WeakReference<PlayerView> before = FxScene.on(() -> {
            PlayerView view = another(player);
            view.applyCss();
            view.layout();
            view.dispose();
            return new WeakReference<>(view);
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            System.gc();
            return before.get() == null;
        });
        assertThat(player.model.songProperty().get()).isPresent();
    }

    @Test
    void aViewThatIsNoLongerShownDoesNotFollow() {
        FxScene.run(() -> {
            FakePlayer player = FakePlayer.of(SyntheticSong.of(3));
            PlayerView view = another(player);
            view.dispose();
            player.model.open(SampleJobs.mixed().get(4));
            player.playback.mixer(MixerState.UNITY);
            player.playback.play();
            assertThat(view.lanes().rows()).isEmpty();
            assertThat(view.lookup("#play").getAccessibleText()).isEqualTo("Play");
            assertThat(player.view.lookup("#play").getAccessibleText()).isEqualTo("Pause");
        });
    }

    private static PlayerView another(FakePlayer player) {
        return new PlayerView(player.model, player, Texts.in(Locale.ENGLISH),
                new PlayerThreads(Runnable::run, Runnable::run, Runnable::run));
    }
}
