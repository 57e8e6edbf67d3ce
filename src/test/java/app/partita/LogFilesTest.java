package app.partita;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

    private String logged() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
