package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Batch;
import app.partita.jobs.JobState;
import app.partita.testkit.FakeScheduler;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the line at the window's lower edge says. */
class StatusBarTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @Test
    void failuresAreNotSaidToBeDone() {
        Batch failed = new Batch(false, Map.of(JobState.FAILED, 1), 1, 1, 1, 100, Optional.empty(),
                OptionalDouble.empty(), Optional.empty());

        assertThat(text(Locale.ENGLISH, failed, "#status-batch")).isEqualTo("1 of 1 done · 1 failed");
        assertThat(text(Locale.GERMAN, failed, "#status-batch")).isEqualTo("1 von 1 fertig · 1 gescheitert");
    }

    @Test
    void theSpeedIsSaidWhileSongsRun() {
        assertThat(text(Locale.ENGLISH, running(false, OptionalDouble.of(3.14)), "#status-engine"))
                .startsWith("htdemucs · AVX-512 · ").endsWith(" · 3.1× real time");
        assertThat(text(Locale.GERMAN, running(false, OptionalDouble.of(3.14)), "#status-engine"))
                .endsWith(" · 3,1× Echtzeit");
    }

    @Test
    void noSpeedIsSaidWhileNobodyCanTellOrTheQueueIsPaused() {
        assertThat(text(Locale.ENGLISH, running(false, OptionalDouble.empty()), "#status-engine"))
                .doesNotContain("real time");
        assertThat(text(Locale.ENGLISH, running(true, OptionalDouble.of(3.14)), "#status-engine"))
                .doesNotContain("real time");
    }

    private static Batch running(boolean paused, OptionalDouble speed) {
        return new Batch(paused, Map.of(JobState.RUNNING, 1), 1, 0, 0, 40, Optional.empty(), speed, Optional.empty());
    }

    private String text(Locale language, Batch batch, String label) {
        return FxScene.on(() -> {
            FakeWindow fake = FakeWindow.of(language, folder, new FakeScheduler());
            fake.model.batch(batch);
            return ((Label) fake.scene.lookup(label)).getText();
        });
    }
}
