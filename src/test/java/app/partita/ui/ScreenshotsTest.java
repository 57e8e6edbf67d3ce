package app.partita.ui;

import app.partita.settings.Theme;
import app.partita.ui.notices.Announcement;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures that need no song to be separated, with sample songs: part of {@code mvn verify -Pshots}. */
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
    void refused() throws IOException {
        shoot("refused", FxScene.on(() -> {
            FakeWindow fake = mixed();
            fake.window.dropZone().hold(List.of(new File("letter.pdf")));
            return fake;
        }));
    }

    @Test
    void settings() throws IOException {
        shoot("settings", FxScene.on(() -> {
            FakeWindow fake = mixed();
            fake.window.perform(WindowAction.SETTINGS);
            return fake;
        }));
    }

    @Test
    void german() throws IOException {
        shoot("german", FxScene.on(() -> {
            FakeWindow fake = FakeWindow.of(Locale.GERMAN, folder, SCHEDULER);
            fake.wear(Theme.LIGHT);
            fake.model.structure(SampleJobs.mixed());
            fake.model.batch(SampleJobs.batch(SampleJobs.mixed()));
            fake.board.say(Announcement.of("n", Announcement.Tone.WARNING, fake.texts.get("notice.not_audio", 3)));
            return fake;
        }));
    }

    private FakeWindow mixed() {
        FakeWindow fake = FakeWindow.of(Locale.ENGLISH, folder, SCHEDULER);
        fake.wear(Theme.DARK);
        fake.model.structure(SampleJobs.mixed());
        fake.model.batch(SampleJobs.batch(SampleJobs.mixed()));
        return fake;
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
