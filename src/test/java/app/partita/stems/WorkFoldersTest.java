package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.testkit.Folders;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
    void whatIsKeptIsFoundAgainUnderItsKey() throws Exception {
        WorkFolders folders = new WorkFolders(home.resolve("work"));
        Path kept;
        try (WorkFolder one = folders.open("a1"); WorkFolder another = folders.open("b2")) {
            kept = Files.writeString(one.path().resolve("stem"), "x");
            Files.writeString(another.path().resolve("stem"), "x");
            one.keep();
        }
        folders.removeStale();
        try (WorkFolder one = new WorkFolders(home.resolve("work")).open("a1")) {
            assertThat(one.path().resolve("stem")).isEqualTo(kept).exists();
            assertThat(one.bytes()).isEqualTo(1);
        }
        assertThat(Folders.tree(home)).containsExactly("work", "work/.gate");
    }

    @Test
    void nobodySharesAFolder() throws Exception {
        WorkFolders folders = new WorkFolders(home.resolve("work"));
        try (WorkFolder one = folders.open("a1"); WorkFolder other = folders.open("a1")) {
            assertThat(one.path()).isNotEqualTo(other.path());
            other.keep();
        }
        folders.removeStale();
        assertThat(Folders.tree(home)).containsExactly("work", "work/.gate");
    }

    @Test
    void onlyTheLastAreKeptAndNoneForever() throws Exception {
        WorkFolders folders = new WorkFolders(home.resolve("work"));
        Instant now = Instant.now();
        for (int i = 0; i < WorkFolders.MOST_KEPT + 2; i++) {
            try (WorkFolder one = folders.open("a" + i)) {
                one.keep();
                Files.setLastModifiedTime(one.path().resolve("in-use"), FileTime.from(now.minus(Duration.ofHours(i))));
            }
        }
        Files.setLastModifiedTime(home.resolve("work/song-a1/in-use"),
                FileTime.from(now.minus(WorkFolders.KEPT_FOR).minusSeconds(1)));
        folders.removeStale();
        assertThat(home.resolve("work")).isDirectoryNotContaining("glob:**song-a1").isDirectoryNotContaining("glob:**song-a5")
                .isDirectoryContaining("glob:**song-a0").isDirectoryContaining("glob:**song-a4");
        folders.removeUnused();
        assertThat(Folders.tree(home)).containsExactly("work", "work/.gate");
    }

    @Test
    void anotherProcessNeitherUsesNorRemovesWhatIsInUse() throws Exception {
        WorkFolders folders = new WorkFolders(home.resolve("work"));
        try (WorkFolder live = folders.open("a1")) {
            folders.removeStale();
            Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Other.class.getName(), folders.root().toString()).start();
            try (BufferedReader said = other.inputReader()) {
                assertThat(said.readLine()).startsWith("job-");
            }
            assertThat(other.waitFor()).isZero();
            assertThat(live.path()).exists();
        }
    }

    /** Removes what it takes for unused, and says which folder it gets. */
    static final class Other {

        private Other() {
        }

        public static void main(String[] arguments) throws Exception {
            WorkFolders folders = new WorkFolders(Path.of(arguments[0]));
            folders.removeUnused();
            try (WorkFolder folder = folders.open("a1")) {
                System.out.println(folder.path().getFileName());
            }
        }
    }

    @Test
    void saysWhereNoFolderCanBeMade() throws Exception {
        Path file = Files.writeString(home.resolve("work"), "in the way");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> new WorkFolders(file).open())
                .withMessageContaining(file.toString());
    }
}
