package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StemFolderTest {

    @TempDir
    Path home;

    @Test
    void appearsOnlyWhenPublished() throws IOException {
        Path target = home.resolve("new/out/song");
        try (var folder = StemFolder.start(target, false)) {
            Files.writeString(folder.file("drums.wav"), "boom");
            assertThat(target).doesNotExist();
            assertThat(folder.file("drums.wav").getParent().getFileName().toString()).startsWith(".");
            folder.publish();
        }

        assertThat(target.resolve("drums.wav")).hasContent("boom");
        assertThat(names(target.getParent())).containsExactly("song");
    }

    @Test
    void leavesNothingWhenItIsNotPublished() throws IOException {
        try (var folder = StemFolder.start(home.resolve("new/out/song"), false)) {
            Files.writeString(folder.file("drums.wav"), "boom");
        }

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void leavesParentsThatOthersUseMeanwhile() throws IOException {
        try (var _ = StemFolder.start(home.resolve("out/song"), false)) {
            Files.writeString(home.resolve("out/notes.txt"), "mine");
        }

        assertThat(names(home.resolve("out"))).containsExactly("notes.txt");
    }

    @Test
    void anExistingFolderIsRefusedAndLeftAlone() throws IOException {
        existing("song/drums.wav", "old");

        assertThatThrownBy(() -> StemFolder.start(home.resolve("song"), false)).isInstanceOf(Fault.class)
                .hasMessageContaining("exists already");
        assertThat(home.resolve("song/drums.wav")).hasContent("old");
        assertThat(names(home)).containsExactly("song");
    }

    @Test
    void anEmptyFolderIsNoObstacle() throws IOException {
        Files.createDirectory(home.resolve("song"));
        publish(false);

        assertThat(home.resolve("song/drums.wav")).hasContent("new");
    }

    @Test
    void aFileInTheWayIsRefusedEvenByForce() throws IOException {
        existing("song", "a file");

        assertThatThrownBy(() -> StemFolder.start(home.resolve("song"), true)).isInstanceOf(Fault.class)
                .hasMessageContaining("not a folder");
        assertThat(home.resolve("song")).hasContent("a file");
    }

    @Test
    void forceReplacesStemsAndKeepsWhatElseLiesThere() throws IOException {
        existing("song/drums.wav", "old");
        existing("song/vocals.mp3", "old");
        existing("song/notes.txt", "mine");
        existing("song/project/take.dat", "mine too");
        publish(true);

        assertThat(home.resolve("song/drums.wav")).hasContent("new");
        assertThat(names(home.resolve("song"))).containsExactlyInAnyOrder("drums.wav", "notes.txt", "project");
        assertThat(home.resolve("song/project/take.dat")).hasContent("mine too");
        assertThat(names(home)).containsExactly("song");
    }

    @Test
    void theOldStemsStayUntilTheNewOnesAreInPlace() throws IOException {
        existing("song/drums.wav", "old");
        try (var folder = StemFolder.start(home.resolve("song"), true)) {
            Files.writeString(folder.file("drums.wav"), "new");
            assertThat(home.resolve("song/drums.wav")).hasContent("old");
        }

        assertThat(home.resolve("song/drums.wav")).hasContent("old");
        assertThat(names(home)).containsExactly("song");
    }

    @Test
    void aFolderThatAppearedMeanwhileIsNotReplaced() throws IOException {
        try (var folder = StemFolder.start(home.resolve("song"), false)) {
            existing("song/drums.wav", "another program's");

            assertThatThrownBy(folder::publish).isInstanceOf(Fault.class);
        }
        assertThat(home.resolve("song/drums.wav")).hasContent("another program's");
        assertThat(names(home)).containsExactly("song");
    }

    @RepeatedTest(20)
    void ofTwoThatAppearAtOnceOneDoesWhollyAndTheOtherIsRefused() throws Exception {
        Path target = home.resolve("song");
        CyclicBarrier together = new CyclicBarrier(2);
        List<String> published = Collections.synchronizedList(new ArrayList<>());
        Function<String, Callable<Void>> one = name -> () -> {
            try (var folder = StemFolder.start(target, false)) {
                Files.writeString(folder.file("drums.wav"), name);
                Files.writeString(folder.file("bass.wav"), name);
                together.await();
                folder.publish();
                published.add(name);
            } catch (Fault refused) {
                assertThat(refused).hasMessageContaining("exists already");
            }
            return null;
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (Future<Void> done : pool.invokeAll(List.of(one.apply("first"), one.apply("second")))) {
                done.get();
            }
        }

        assertThat(published).hasSize(1);
        assertThat(target.resolve("drums.wav")).hasContent(published.getFirst());
        assertThat(target.resolve("bass.wav")).hasContent(published.getFirst());
        assertThat(names(home)).containsExactly("song");
    }

    @Test
    void aFolderThatCannotBeMadeIsAFaultThatNamesIt() throws IOException {
        existing("taken", "a file");

        assertThatThrownBy(() -> StemFolder.start(home.resolve("taken/out/song"), false)).isInstanceOf(Fault.class)
                .hasMessageContaining("song");
        assertThat(names(home)).containsExactly("taken");
    }

    @Test
    void whatAKilledProcessLeftHalfMadeIsSweptAway() throws IOException {
        existing(".partita-1-dead.lock", "song");
        existing(".partita-1-dead.part/drums.wav", "half");
        existing(".partita-notes.txt", "mine");
        StemFolder.sweep(home);

        assertThat(names(home)).containsExactly(".partita-notes.txt");
    }

    @Test
    void theFolderThatAKilledProcessWasReplacingComesBack() throws IOException {
        existing(".partita-1-dead.lock", "song");
        existing(".partita-1-dead.part/drums.wav", "half");
        existing(".partita-1-dead.old/drums.wav", "old");
        StemFolder.sweep(home);

        assertThat(names(home)).containsExactly("song");
        assertThat(home.resolve("song/drums.wav")).hasContent("old");
    }

    @Test
    void whatAKilledProcessDidNotGetToDeleteIsDeletedButForForeignFiles() throws IOException {
        existing(".partita-1-dead.lock", "song");
        existing(".partita-1-dead.old/drums.wav", "old");
        existing(".partita-1-dead.old/notes.txt", "mine");
        existing("song/drums.wav", "new");
        StemFolder.sweep(home);

        assertThat(names(home)).containsExactly("song");
        assertThat(home.resolve("song/drums.wav")).hasContent("new");
        assertThat(home.resolve("song/notes.txt")).hasContent("mine");
    }

    @Test
    void aClaimThatNamesAnotherPlaceMovesNothingThere() throws IOException {
        existing("music/.partita-1-dead.lock", "../elsewhere");
        existing("music/.partita-1-dead.old/drums.wav", "old");
        StemFolder.sweep(home.resolve("music"));

        assertThat(names(home)).containsExactly("music");
    }

    @Test
    void whatIsStillBeingMadeIsLeftAlone() throws IOException {
        try (var folder = StemFolder.start(home.resolve("song"), false)) {
            Files.writeString(folder.file("drums.wav"), "new");
            StemFolder.sweep(home);
            folder.publish();
        }
        assertThat(home.resolve("song/drums.wav")).hasContent("new");
        assertThat(names(home)).containsExactly("song");
    }

    @Test
    void aFaultNamesTheFinalPlaceNotTheHiddenOne() throws IOException {
        try (var folder = StemFolder.start(home.resolve("song"), false)) {
            Fault told = folder.told(new Fault(folder.file("drums.wav") + " cannot be written.", "Make room."));

            assertThat(told).hasMessage(home.resolve("song/drums.wav") + " cannot be written.");
            assertThat(told.nextStep()).isEqualTo("Make room.");
        }
    }

    private void publish(boolean force) throws IOException {
        try (var folder = StemFolder.start(home.resolve("song"), force)) {
            Files.writeString(folder.file("drums.wav"), "new");
            folder.publish();
        }
    }

    private void existing(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
