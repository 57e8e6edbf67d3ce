package app.partita.jobs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.testkit.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FreedesktopTrashTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    private Path folder;
    private Path home;
    private Trash trash;

    @BeforeEach
    void open() {
        home = folder.resolve("data/Trash");
        trash = new FreedesktopTrash(home, InstantSource.fixed(NOW), ZoneOffset.UTC);
    }

    @Test
    void aFolderGoesThereWithAllThatIsInItAndTheWayBack() throws Exception {
        Path stems = Files.createDirectories(folder.resolve("Ä song - stems"));
        Files.writeString(stems.resolve("drums.wav"), "boom");
        trash.discard(stems);
        assertThat(stems).doesNotExist();
        assertThat(home.resolve("files/Ä song - stems/drums.wav")).hasContent("boom");
        assertThat(home.resolve("info/Ä song - stems.trashinfo")).hasContent("[Trash Info]\nPath="
                + folder + "/%C3%84%20song%20-%20stems\nDeletionDate=2026-01-02T03:04:05\n");
    }

    @Test
    void whatIsThereAlreadyIsKept() throws Exception {
        for (int i = 0; i < 3; i++) {
            trash.discard(Files.writeString(folder.resolve("a.wav"), "take " + i));
        }
        assertThat(Folders.tree(home)).containsExactly("files", "files/a.wav", "files/a.wav 2", "files/a.wav 3",
                "info", "info/a.wav 2.trashinfo", "info/a.wav 3.trashinfo", "info/a.wav.trashinfo");
        assertThat(home.resolve("files/a.wav")).hasContent("take 0");
    }

    @Test
    void whatCannotGoThereStaysAndIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.wav"), "x");
        Files.createDirectories(home);
        Files.writeString(home.resolve("info"), "in the way");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> trash.discard(file)).withMessageContaining("a.wav");
        assertThat(file).exists();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> trash.discard(folder.resolve("gone")));
    }

    @Test
    void isWhereTheDesktopLooks() throws Exception {
        Path file = Files.writeString(folder.resolve("a.wav"), "x");
        FreedesktopTrash.of(Map.of("XDG_DATA_HOME", folder.resolve("xdg").toString()), InstantSource.fixed(NOW))
                .discard(file);
        assertThat(folder.resolve("xdg/Trash/files/a.wav")).exists();
        Files.writeString(file, "x");
        FreedesktopTrash.of(Map.of("HOME", folder.toString()), InstantSource.fixed(NOW)).discard(file);
        assertThat(folder.resolve(".local/share/Trash/files/a.wav")).exists();
    }
}
