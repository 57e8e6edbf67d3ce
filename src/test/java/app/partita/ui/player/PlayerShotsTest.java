package app.partita.ui.player;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import app.partita.player.Loop;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import app.partita.ui.FakeWindow;
import app.partita.ui.FxScene;
import app.partita.ui.Png;
import app.partita.ui.SampleJobs;
import app.partita.ui.theme.ColourScheme;
import app.partita.ui.theme.Fonts;
import app.partita.ui.theme.WindowTheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of the player: in the window, for the README, and its half alone, to be laid beside the drawing. */
@Tag("shots")
class PlayerShotsTest {

    private static final Path TARGET = Path.of("target", "shots");
    private static final Path COMMITTED = Path.of("assets", "screenshots");

    @Test
    void pictures() throws IOException {
        FxScene.start();
        Files.createDirectories(TARGET);
        for (ColourScheme scheme : ColourScheme.values()) {
            shoot("player-" + scheme.styleClass(), scheme, 1);
            shoot("player-zoom-" + scheme.styleClass(), scheme, 40);
            shoot("player-samples-" + scheme.styleClass(), scheme, 60_000);
            shoot("player-spectrogram-" + scheme.styleClass(), scheme, 12);
        }
    }

    @Test
    void window() throws IOException {
        FxScene.start();
        Files.createDirectories(COMMITTED);
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        for (ColourScheme scheme : ColourScheme.values()) {
            Path folder = Files.createTempDirectory("shots");
            FakeWindow fake = FxScene.on(() -> {
                FakeWindow made = FakeWindow.of(Locale.ENGLISH, folder, later);
                made.desktop.set(scheme);
                made.song = SyntheticSong.of(302.113);
                made.song.ready = Stretches.NONE.with(0, 130 * 44_100);
                made.music = Music.UNKNOWN.withBeats(Beats.steady(126, 0.1, 302)).withKey(MusicalKey.of("A minor"));
                made.model.structure(SampleJobs.mixed());
                made.model.batch(SampleJobs.batch(SampleJobs.mixed()));
                made.player.open(SampleJobs.mixed().getFirst());
                made.player.select(Optional.of(new Loop(30 * 44_100, 60 * 44_100)));
                made.playback.play();
                made.playback.position = Math.round(41.28 * 44_100);
                made.playback.peaks[0] = 0.06f;
                made.player.strip(StemKind.VOCALS, strip -> strip.withSoloed(true).withGain(-3.6));
                made.player.strip(StemKind.DRUMS, strip -> strip.withGain(-5.2));
                made.player.strip(StemKind.BASS, strip -> strip.withGain(-4));
                made.player.strip(StemKind.OTHER, strip -> strip.withMuted(true).withGain(-8));
                made.scene.getRoot().applyCss();
                ((TableView<?>) made.scene.getRoot().lookup("#queue")).getSelectionModel().select(0);
                made.scene.getRoot().layout();
                return made;
            });
            FxScene.settle();
            WritableImage image = FxScene.on(() -> {
                ((PlayerView) fake.scene.getRoot().lookup("#player")).frame(0.02);
                fake.scene.getRoot().applyCss();
                fake.scene.getRoot().layout();
                return fake.scene.snapshot(null);
            });
            Png.write(image, COMMITTED.resolve("player-" + scheme.styleClass() + ".png"));
        }
        later.shutdown();
    }

    private static void shoot(String name, ColourScheme scheme, double zoom) throws IOException {
        ExecutorService background = Executors.newSingleThreadExecutor();
        SyntheticSong song = SyntheticSong.of(302.113);
        song.ready = Stretches.NONE.with(0, 130 * 44_100);
        FakePlayer player = FxScene.on(() -> {
            Fonts.load();
            FakePlayer made = new FakePlayer(song, new PlayerThreads(background, background, Platform::runLater));
            made.music = Music.UNKNOWN.withBeats(Beats.steady(126, 0.1, 302)).withKey(MusicalKey.of("A minor"));
            Scene scene = new Scene(made.view, 1440, 438);
            new WindowTheme(() -> new SimpleObjectProperty<>(scheme)).dress(scene);
            made.model.open(SampleJobs.mixed().getFirst());
            made.model.select(Optional.of(new Loop(30 * 44_100, 60 * 44_100)));
            made.playback.play();
            made.playback.position = Math.round(41.28 * 44_100);
            made.model.strip(StemKind.VOCALS, strip -> strip.withSoloed(true).withGain(-3.6));
            made.model.strip(StemKind.DRUMS, strip -> strip.withGain(-5.2));
            made.model.strip(StemKind.OTHER, strip -> strip.withMuted(true).withGain(-8).withPan(-0.4));
            made.playback.peaks[0] = 0.06f;
            if (name.contains("spectrogram")) {
                made.view.perform(new PlayerKey.Press(PlayerKey.SPECTROGRAM, 0));
            }
            made.view.applyCss();
            made.view.layout();
            return made;
        });
        FxScene.settle();
        FxScene.run(() -> {
            player.view.frame(0.02);
            player.view.lanes().timeline().zoom(zoom, 166);
        });
        for (int round = 0; round < 3; round++) {
            background.submit(() -> { });
            try {
                background.submit(() -> { }).get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            FxScene.settle();
            FxScene.run(() -> {
                player.view.applyCss();
                player.view.layout();
            });
        }
        WritableImage image = FxScene.on(() -> player.view.getScene().snapshot(null));
        Png.write(image, TARGET.resolve(name + ".png"));
        background.shutdown();
    }
}
