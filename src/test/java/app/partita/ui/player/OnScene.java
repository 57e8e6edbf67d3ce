package app.partita.ui.player;

import app.partita.analysis.Beats;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import app.partita.ui.theme.ColourScheme;
import app.partita.ui.theme.Fonts;
import app.partita.ui.theme.WindowTheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** A player on a scene, dressed and laid out, with a song of twenty seconds and a beat every half second. */
final class OnScene {

    private OnScene() {
    }

    static FakePlayer open(double width, double height) {
        FxScene.start();
        FakePlayer player = FxScene.on(() -> {
            Fonts.load();
            FakePlayer made = FakePlayer.of(SyntheticSong.of(20));
            Scene scene = new Scene(made.view, width, height);
            new WindowTheme(() -> new SimpleObjectProperty<>(ColourScheme.DARK)).dress(scene);
            made.music = Music.UNKNOWN.withBeats(Beats.steady(120, 0, 20));
            made.model.open(SampleJobs.mixed().get(4));
            layOut(made.view);
            return made;
        });
        settle(player.view);
        return player;
    }

    /** What a layout asks for is done in the next. */
    static void settle(PlayerView view) {
        FxScene.settle();
        FxScene.run(() -> layOut(view));
        FxScene.run(() -> layOut(view));
    }

    static void resize(PlayerView view, double width, double height) {
        FxScene.run(() -> {
            view.resize(width, height);
            layOut(view);
        });
        FxScene.run(() -> layOut(view));
    }

    static void layOut(PlayerView view) {
        view.applyCss();
        view.layout();
    }
}
