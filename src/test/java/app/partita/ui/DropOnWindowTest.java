package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeScheduler;
import app.partita.ui.notices.Announcement;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dragged over the window, as the scene hears of it. */
class DropOnWindowTest {

    @TempDir
    private Path folder;

    private FakeWindow fake;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        fake = FxScene.on(() -> FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler()));
    }

    @Test
    void songsAreCountedInAFrameAndTaken() {
        List<File> songs = IntStream.rangeClosed(1, 12).mapToObj(n -> new File("/music/" + n + ".flac")).toList();
        HeldOverWindow held = HeldOverWindow.files(songs);

        FxScene.run(() -> {
            assertThat(held.over(table())).isTrue();
            assertThat(overlay().isVisible()).isTrue();
            assertThat(word()).isEqualTo("Drop 12 songs");
            assertThat(held.drop(table())).isTrue();
            assertThat(overlay().isVisible()).isFalse();
        });

        assertThat(fake.done).containsExactly("add " + songs.stream().map(File::toPath).toList());
    }

    @Test
    void foldersAreTakenAsTheyAre() throws Exception {
        Path album = Files.createDirectory(folder.resolve("Album"));
        HeldOverWindow held = HeldOverWindow.files(List.of(album.toFile()));

        FxScene.run(() -> {
            held.over(table());
            assertThat(word()).isEqualTo("Drop 1 item");
            held.drop(table());
        });

        assertThat(fake.done).containsExactly("add [" + album + "]");
    }

    @Test
    void rubbishIsRefusedAtOnce() {
        HeldOverWindow held = HeldOverWindow.files(List.of(new File("letter.pdf"), new File("notes.txt")));

        FxScene.run(() -> {
            assertThat(held.over(table())).isFalse();
            assertThat(word()).isEqualTo("No songs in there");
            assertThat(overlay().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("refused"));
            assertThat(held.drop(table())).isFalse();
        });

        assertThat(fake.done).isEmpty();
    }

    @Test
    void anAddressIsNoSong() {
        HeldOverWindow held = HeldOverWindow.of(Map.of(DataFormat.URL, "https://example.org/song.mp3",
                DataFormat.PLAIN_TEXT, "https://example.org/song.mp3"));

        FxScene.run(() -> {
            assertThat(held.over(table())).isFalse();
            assertThat(word()).isEqualTo("No songs in there");
            assertThat(held.drop(table())).isFalse();
        });

        assertThat(fake.done).isEmpty();
    }

    @Test
    void filesOfWhichTheDesktopDoesNotSayTheNamesAreAskedForAsAFolder() {
        HeldOverWindow held = HeldOverWindow.files(List.of());

        FxScene.run(() -> {
            assertThat(held.over(table())).isTrue();
            assertThat(word()).isEqualTo("Drop songs");
            assertThat(held.drop(table())).isFalse();
        });
        FxScene.settle();

        assertThat(fake.done).isEmpty();
        assertThat(FxScene.on(() -> fake.board.announcements().stream().map(Announcement::text).toList()))
                .singleElement().asString().contains("Drop their folder instead");
    }

    @Test
    void whatIsTakenAwayAgainLeavesNothingBehind() {
        HeldOverWindow held = HeldOverWindow.files(List.of(new File("a.mp3")));

        FxScene.run(() -> {
            held.over(fake.window.root());
            held.away(fake.window.root());
            assertThat(overlay().isVisible()).isFalse();
        });

        assertThat(fake.done).isEmpty();
    }

    @Test
    void namesAreAskedForOnceADrag() {
        HeldOverWindow held = HeldOverWindow.files(Stream.of("a.mp3", "b.mp3").map(File::new).toList());

        FxScene.run(() -> {
            held.over(table());
            held.drop(table());
        });

        assertThat(held.filesAsked).hasValue(1);
    }

    @Test
    void theWholeWindowTakesDropsWhileTheQueueIsEmpty() {
        HeldOverWindow held = HeldOverWindow.files(List.of(new File("a.mp3")));

        FxScene.run(() -> {
            held.over(fake.scene.lookup(".status-bar"));
            held.drop(fake.scene.lookup(".status-bar"));
        });

        assertThat(fake.done).containsExactly("add [a.mp3]");
    }

    private Node table() {
        return fake.scene.lookup("#queue");
    }

    private Node overlay() {
        return fake.scene.lookup("#drop-overlay");
    }

    private String word() {
        return ((Label) fake.scene.lookup(".drop-word")).getText();
    }
}
