package app.partita.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeScheduler;
import app.partita.ui.FakeWindow;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DragPictureTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @Test
    void oneSongIsNamedAndSeveralAreCounted() {
        FxScene.run(() -> {
            FakeWindow fake = window(Locale.GERMAN);
            DragPicture picture = new DragPicture(fake.texts);
            assertThat(picture.words(List.of(fake.model.rows().getFirst()))).isEqualTo("Lithium");
            assertThat(picture.words(fake.model.rows().subList(0, 3))).isEqualTo("3 Songs");
        });
    }

    @Test
    void itIsDrawnInTheWindowsColours() {
        FxScene.run(() -> {
            FakeWindow fake = window(Locale.ENGLISH);
            Image drawn = new DragPicture(fake.texts).of(fake.model.rows(), fake.scene);
            assertThat(drawn.getWidth()).isGreaterThan(40);
            Color ground = drawn.getPixelReader().getColor((int) drawn.getWidth() / 2, 2);
            assertThat(ground.getOpacity()).isEqualTo(1);
            assertThat(ground.getBrightness()).as("dark").isLessThan(0.4);
        });
    }

    private FakeWindow window(Locale language) {
        FakeWindow fake = FakeWindow.of(language, folder, new FakeScheduler());
        fake.model.structure(SampleJobs.mixed());
        return fake;
    }
}
