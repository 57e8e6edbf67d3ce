package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.JobState;
import app.partita.jobs.RealQueue;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.TestAudio;
import app.partita.ui.FxScene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain from a separated song in a real window to the loudspeaker, which is one that records. */
@Tag("sound")
class ListeningChainTest {

    private static final int SECONDS = 6;
    private static final double WORST_DECIBELS = -90;
    private static final int MOST_OFFSET = 64;

    @TempDir
    private static Path folder;
    private static NullSink sink;
    private static RealWindow window;
    private static float[] song;

    @BeforeAll
    static void openASeparatedSong() throws Exception {
        sink = NullSink.start(folder);
        sink.takeOver();
        song = TestAudio.chord(NullSink.RATE, NullSink.CHANNELS, SECONDS * NullSink.RATE);
        Path home = Files.createDirectories(folder.resolve("home"));
        try (RealQueue queue = new RealQueue(home, (_, _, _) -> new FakeNetwork()).restored()) {
            queue.add(TestAudio.wav(folder.resolve("song.wav"), NullSink.RATE, NullSink.CHANNELS, song));
            queue.awaitOver(1);
            queue.awaitWritten();
        }
        window = RealWindow.open(home, 1000, 700, List.of());
        window.await("the separated song", () -> window.rows().size() == 1
                && window.rows().getFirst().state() == JobState.COMPLETED);
        FxScene.run(() -> {
            window.table().requestFocus();
            window.table().getSelectionModel().clearAndSelect(0);
        });
        window.press(KeyCode.ENTER);
        window.await("the player", () -> window.find("#player") != null);
    }

    @AfterAll
    static void close() throws Exception {
        try (NullSink _ = sink) {
            if (window != null) {
                window.close();
            }
        }
    }

    @Test
    void whatReachesTheLoudspeakerIsTheMixOfAllStems() throws Exception {
        assertThat(residual(play(), 1)).isLessThan(WORST_DECIBELS);
    }

    @Test
    void whatIsMutedDoesNotReachIt() throws Exception {
        window.press(KeyCode.DIGIT2);
        float[] heard = play();
        window.press(KeyCode.DIGIT2);

        assertThat(residual(heard, 1 - FakeNetwork.PARTS.getFirst())).isLessThan(WORST_DECIBELS);
    }

    /** Plays the song from its start to its end. */
    private static float[] play() throws Exception {
        try (NullSink.Recording recording = sink.record()) {
            window.press(KeyCode.HOME);
            window.press(KeyCode.SPACE);
            return recording.next(song.length / NullSink.CHANNELS - MOST_OFFSET);
        }
    }

    /** What is heard besides so much of the song, in dB below it, where both fit best. */
    private static double residual(float[] heard, float part) {
        double best = Double.POSITIVE_INFINITY;
        for (int offset = 0; offset < MOST_OFFSET; offset++) {
            double rest = 0;
            double all = 0;
            for (int i = 0; i < heard.length; i++) {
                double expected = part * song[i + offset * NullSink.CHANNELS];
                rest += (heard[i] - expected) * (heard[i] - expected);
                all += expected * expected;
            }
            best = Math.min(best, 10 * Math.log10(rest / all));
        }
        return best;
    }
}
