package app.partita;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.cli.Terminal;
import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void knowsTheNamesOfAllCommands(@TempDir Path home) throws Fault {
        Wiring wiring = new Wiring(Map.of("PARTITA_HOME", home.toString()), Terminal.ofProcess());

        assertThat(Main.COMMANDS).isEqualTo(wiring.commandLine().getSubcommands().keySet());
    }

    @Test
    void opensTheWindowWithoutArguments() {
        assertThat(Main.isForWindow(new String[0])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"song.mp3", "./song", "/music/song", "src"})
    void opensTheWindowForFiles(String file) {
        assertThat(Main.isForWindow(new String[] {file})).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"separate", "models", "demo", "--help", "-V", "seperate"})
    void takesTheCommandLineForCommandsOptionsAndMistypedOnes(String first) {
        assertThat(Main.isForWindow(new String[] {first, "song.mp3"})).isFalse();
    }
}
