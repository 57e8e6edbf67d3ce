package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.testkit.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFoldersTest {

    @TempDir
    private Path home;

    @Test
    void foldersAreTheirOwnAndVanishWithAllThatIsInThem() throws Exception {
        WorkFolders folders = new WorkFolders(home.resolve("work"));
        try (WorkFolder one = folders.open(); WorkFolder other = folders.open()) {
            assertThat(one.path()).isNotEqualTo(other.path());
            Files.createDirectories(one.path().resolve("deep/er"));
            Files.writeString(one.path().resolve("deep/er/file"), "x");
        }
        assertThat(Folders.tree(home)).containsExactly("work", "work/.gate");
    }

    @Test
    void removesWhatTheDeadLeftAndKeepsWhatIsInUse() throws Exception {
        Path root = home.resolve("work");
        WorkFolders folders = new WorkFolders(root);
        Path dead = Files.createDirectories(root.resolve("job-dead"));
        Files.writeString(dead.resolve("in-use"), "");
        Files.writeString(dead.resolve("mixture.f32"), "x");
        Path foreign = Files.createDirectories(root.resolve("other"));
        try (WorkFolder live = folders.open()) {
            folders.removeStale();
            assertThat(dead).doesNotExist();
            assertThat(foreign).exists();
            assertThat(live.path()).exists();
        }
    }

    @Test
    void saysWhereNoFolderCanBeMade() throws Exception {
        Path file = Files.writeString(home.resolve("work"), "in the way");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> new WorkFolders(file).open())
                .withMessageContaining(file.toString());
    }
}
