package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.settings.SettingsStore;
import app.partita.testkit.FakeScheduler;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @Test
    void theWindowOpensWhereItWasLeft() {
        SettingsStore settings = settings();
        FxScene.run(() -> {
            Stage stage = stage(settings);
            stage.show();
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(820);
            stage.setHeight(640);
            stage.hide();
        });

        FxScene.run(() -> {
            Stage again = stage(settings);
            assertThat(again.getX()).isEqualTo(40);
            assertThat(again.getY()).isEqualTo(30);
            assertThat(again.getWidth()).isEqualTo(820);
            assertThat(again.getHeight()).isEqualTo(640);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"30000 30000 900 700 false", "rubbish", "1 2 3", "99999999 0 900 700 false"})
    void aPlaceOnNoScreenOrWithoutSenseIsForgotten(String kept) {
        SettingsStore settings = settings();
        settings.change(now -> now.withLayout("window.place", kept));
        FxScene.run(() -> {
            Stage stage = stage(settings);
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            assertThat(stage.getX() + stage.getWidth() / 2).isEqualTo(screen.getMinX() + screen.getWidth() / 2);
            assertThat(stage.getY() + stage.getHeight() / 2).isEqualTo(screen.getMinY() + screen.getHeight() / 2);
            assertThat(stage.getWidth()).isLessThanOrEqualTo(screen.getWidth());
        });
    }

    @Test
    void itIsNeverSmallerThanWhatFits() {
        SettingsStore settings = settings();
        settings.change(now -> now.withLayout("window.place", "10 10 100 100 false"));
        FxScene.run(() -> {
            Stage stage = stage(settings);
            assertThat(stage.getWidth()).isEqualTo(800);
            assertThat(stage.getHeight()).isEqualTo(600);
        });
    }

    private SettingsStore settings() {
        return new SettingsStore(folder.resolve("settings.json"), new FakeScheduler());
    }

    private static Stage stage(SettingsStore settings) {
        Stage stage = new Stage();
        stage.setScene(new Scene(new Group()));
        new WindowPlace(stage, settings).restore();
        return stage;
    }
}
