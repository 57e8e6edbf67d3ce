package app.partita;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.jobs.RealQueue;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log files take turns, stay small, and name no songs. */
class LogFilesTest {

    private static final long MOST_BYTES = 5L << 20;
    private static final int STEPS_OF_A_SONG = 20;

    @TempDir
    private Path folder;

    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("app.partita.test");
    private List<Handler> before;

    @BeforeEach
    void keepHandlers() {
        before = Arrays.asList(root.getHandlers());
    }

    @AfterEach
    void putHandlersBack() {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        before.forEach(root::addHandler);
    }

    @Test
    void songsAreNotNamed() throws IOException {
        new LogFiles(folder, false).begin(false);

        ours.log(Level.WARNING, "it broke", new Fault("Secret Song.mp3 cannot be read.", "Choose another.",
                new NoSuchFileException("/music/Secret Song.mp3")));

        assertThat(logged()).contains("it broke", Fault.class.getName(), "Caused by: " + NoSuchFileException.class.getName(),
                "\tat " + LogFilesTest.class.getName()).doesNotContain("Secret");
    }

    @Test
    void songsAreNamedWhenThatIsWanted() throws IOException {
        new LogFiles(folder, true).begin(false);

        ours.log(Level.WARNING, "it broke", new NoSuchFileException("/music/Secret Song.mp3"));

        assertThat(logged()).contains("Secret Song.mp3");
    }

    @Test
    void whatIsForDevelopersOnlyIsNotWritten() throws IOException {
        new LogFiles(folder, false).begin(false);

        ours.log(Level.FINE, "Secret Song.mp3");

        assertThat(logged()).isEmpty();
    }

    @Test
    void howeverMuchIsToldTheFilesStaySmall() throws IOException {
        new LogFiles(folder, false).begin(false);
        String line = "x".repeat(1_000);

        for (int i = 0; i < 8_000; i++) {
            ours.info(line);
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isBetween(1L << 20, MOST_BYTES);
        }
    }

    /** Songs that are made, that are none, that are gone, that break the network, and a folder that is not for us. */
    @Test
    void noneIsNamedInWholeRuns() throws Exception {
        new LogFiles(folder.resolve("logs"), false).begin(false);
        Path music = Files.createDirectory(folder.resolve("Secret album"));
        List<Path> songs = List.of(song(music, "Secret song.wav"), Files.writeString(music.resolve("Secret text.mp3"), "x"),
                music.resolve("Secret nothing.wav"), song(music, "Secret break.wav"));
        AtomicInteger steps = new AtomicInteger();
        try (RealQueue real = new RealQueue(folder.resolve("home"), (_, _, _) -> new FakeNetwork(() -> {
            if (steps.incrementAndGet() == STEPS_OF_A_SONG + 1) {
                throw new IllegalStateException("Secret");
            }
        })).restored()) {
            real.add(songs.toArray(Path[]::new));
            real.awaitOver(songs.size());
        }
        assertThat(logged(folder.resolve("logs"))).contains("ended: COMPLETED", "ended: FAILED", "broke")
                .doesNotContain("Secret");
    }

    private static Path song(Path folder, String name) {
        return TestAudio.wav(folder.resolve(name), 44_100, 2, TestAudio.chord(44_100, 2, 44_100));
    }

    private String logged() throws IOException {
        return logged(folder);
    }

    private static String logged(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
