package app.partita.ui;

import app.partita.settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the window that the README shows: {@code mvn -Pshots test}. */
@Tag("shots")
class ScreenshotsTest {

    private static final Path TARGET = Path.of("assets", "screenshots");
    private static final ScheduledExecutorService SCHEDULER = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() throws IOException {
        FxScene.start();
        Files.createDirectories(TARGET);
    }

    @AfterAll
    static void stopScheduler() {
        SCHEDULER.shutdown();
    }

    @Test
    void queue() throws IOException {
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            shoot(theme.name().toLowerCase(Locale.ROOT), FxScene.on(() -> {
                FakeWindow fake = FakeWindow.of(Locale.ENGLISH, folder, SCHEDULER);
                fake.wear(theme);
                fake.model.structure(SampleJobs.mixed());
                fake.model.batch(SampleJobs.batch(SampleJobs.mixed()));
                return fake;
            }));
        }
    }

    @Test
    void empty() throws IOException {
        shoot("empty", FxScene.on(() -> FakeWindow.of(Locale.ENGLISH, folder, SCHEDULER)));
    }

    private static void shoot(String name, FakeWindow fake) throws IOException {
        FxScene.settle();
        WritableImage image = FxScene.on(() -> {
            fake.scene.snapshot(null);
            return fake.scene.snapshot(null);
        });
        Png.write(image, TARGET.resolve(name + ".png"));
    }
}
