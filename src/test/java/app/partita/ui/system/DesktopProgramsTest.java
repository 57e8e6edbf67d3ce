package app.partita.ui.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopProgramsTest {

    @TempDir
    private Path folder;

    private final List<List<String>> started = new ArrayList<>();
    private final Deque<Runnable> background = new ArrayDeque<>();

    @Test
    void aFolderIsShownItselfAndAFileInItsFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("a b.wav"));
        on("Linux").show(folder);
        on("Linux").show(file);
        on("Mac OS X").show(file);
        on("Windows 11").show(file);
        on("Windows 11").show(folder);
        runAll();

        assertThat(started).containsExactly(List.of("xdg-open", folder.toString()),
                List.of("xdg-open", folder.toString()), List.of("open", "-R", file.toString()),
                List.of("explorer", "/select," + file), List.of("explorer", folder.toString()));
    }

    @Test
    void aNotificationIsNoOptionAndNoScript() {
        on("Linux").tell("Partita", "-x \"2\" songs are done");
        on("Mac OS X").tell("Partita", "\" & quit");
        runAll();

        assertThat(started.get(0)).endsWith("--", "Partita", "-x \"2\" songs are done");
        assertThat(started.get(1)).endsWith("end run", "Partita", "\" & quit");
    }

    @Test
    void nothingIsStartedOnTheThreadThatAsks() {
        on("Linux").show(folder);

        assertThat(started).isEmpty();
        assertThat(background).hasSize(1);
    }

    @Test
    void aProgramThatIsMissingIsNoDisaster() {
        new DesktopPrograms(Runnable::run).tell("Partita", "done");
    }

    private DesktopPrograms on(String system) {
        return new DesktopPrograms(background::add, system, started::add);
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
