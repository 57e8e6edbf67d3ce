package app.partita;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.cli.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    private Path folder;

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertThat(forWindow()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"song.mp3", "/music/song.mp3", "album/", "a song.with dots.flac"})
    void filesOpenTheWindow(String file) {
        assertThat(forWindow(file, "other.mp3")).isTrue();
    }

    @Test
    void aFolderThatIsThereOpensTheWindow() throws Exception {
        assertThat(forWindow(Files.createDirectory(folder.resolve("Album")).toString())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"separate", "models", "--help", "--version", "-x.mp3", "seperate"})
    void commandsOptionsAndMistypedCommandsAreForTheTerminal(String first) {
        assertThat(forWindow(first, "song.mp3")).isFalse();
    }

    @Test
    void theNamesOfAllCommandsAreKnown() throws Exception {
        Wiring wiring = new Wiring(Map.of("PARTITA_HOME", folder.toString()), Terminal.ofProcess());

        assertThat(Main.COMMANDS).isEqualTo(wiring.commandLine().getSubcommands().keySet())
                .isEqualTo(wiring.separateCommandLine().getSubcommands().keySet());
    }

    private static boolean forWindow(String... arguments) {
        return Main.isForWindow(arguments);
    }
}
