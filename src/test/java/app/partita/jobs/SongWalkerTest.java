package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.testkit.SoakTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SongWalkerTest {

    @TempDir
    private Path folder;
    private final List<Path> asked = new ArrayList<>();
    private final List<Integer> counted = new ArrayList<>();
    private final SongWalker walker = new SongWalker(file -> {
        asked.add(file);
        return file.getFileName().toString().contains("sound");
    });

    @Test
    void findsSongsInFoldersInTheOrderOfTheirNames() {
        file("music/b/2.FLAC");
        file("music/b/10.mp3");
        file("music/a.wav");
        file("music/a/z.ogg");
        file("music/.hidden/x.mp3");
        file("music/._a.wav");
        assertThat(names(walk(folder.resolve("music")).songs()))
                .containsExactly("music/a.wav", "music/a/z.ogg", "music/b/10.mp3", "music/b/2.FLAC");
        assertThat(counted).isSorted().endsWith(4);
    }

    @Test
    void eachSongOnceHoweverItIsGiven() {
        Path song = file("music/a.wav");
        SongWalker.Found found = walk(song, folder.resolve("music"), folder.resolve("music/../music/a.wav"));
        assertThat(found.songs()).containsExactly(song);
    }

    @Test
    void goesRoundNoCircleAndIntoNoFolderTwice() throws Exception {
        file("music/a/1.mp3");
        Files.createSymbolicLink(folder.resolve("music/a/round"), folder.resolve("music"));
        Files.createSymbolicLink(folder.resolve("music/b"), folder.resolve("music/a"));
        assertThat(names(walk(folder.resolve("music")).songs())).containsExactly("music/a/1.mp3");
    }

    @Test
    void whatIsNoSongIsToldInOneNotice() throws Exception {
        file("music/cover.jpg");
        file("music/odd");
        Files.createSymbolicLink(folder.resolve("music/broken.mp3"), folder.resolve("nowhere"));
        SongWalker.Found found = walk(folder.resolve("music"), file("list.txt"), folder.resolve("gone.mp3"));
        assertThat(found.songs()).isEmpty();
        assertThat(names(found.rubbish())).containsExactly("music/cover.jpg", "music/odd", "list.txt");
        assertThat(names(found.unreadable())).containsExactly("music/broken.mp3", "gone.mp3");
        assertThat(found.notices()).extracting(Notice::kind)
                .containsExactly(Notice.Kind.NOT_AUDIO, Notice.Kind.UNREADABLE);
        assertThat(asked).isEmpty();
    }

    @Test
    void aSingleFileWithAnUnknownEndingIsAsked() {
        Path sound = file("sound.xyz");
        SongWalker.Found found = walk(sound, file("noise.xyz"), file("mp3"));
        assertThat(found.songs()).containsExactly(sound);
        assertThat(asked).hasSize(3);
        assertThat(found.notices()).hasSize(1);
    }

    @Test
    void finishedStemsAreNotSeparatedAgain() {
        for (String stem : List.of("drums", "bass", "other", "vocals")) {
            file("music/song - stems/" + stem + ".flac");
            file("music/band/" + stem + ".flac");
        }
        file("music/band/mix.flac");
        assertThat(walk(folder.resolve("music")).songs()).hasSize(5)
                .noneMatch(song -> song.getParent().endsWith("song - stems"));
    }

    @Test
    void manySongsAreAskedAbout() {
        for (int i = 0; i < SongWalker.ASK_ABOVE + 1; i++) {
            file("music/" + i + ".mp3");
        }
        assertThat(walk(folder.resolve("music")).many()).isTrue();
    }

    @Test
    @Tag("soak")
    @Timeout(300)
    void fiftyThousandSongsOfOneFolderAreFound() throws Exception {
        int songs = SoakTable.times("files", 50_000);
        Files.createDirectories(folder.resolve("music"));
        for (int i = 0; i < songs; i++) {
            Files.createFile(folder.resolve("music/" + i + ".mp3"));
        }
        long began = System.nanoTime();
        List<Path> found = walk(folder).songs();
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        assertThat(found).hasSize(songs).doesNotHaveDuplicates();
        SoakTable.add("files", "songs of one folder dropped", songs, songs - found.size(), "found in %d ms".formatted(millis));
    }

    @Test
    void canBeCancelled() {
        file("music/a.mp3");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> walker.walk(List.of(folder), counted::add, () -> true));
    }

    private SongWalker.Found walk(Path... given) {
        return walker.walk(List.of(given), counted::add, () -> false);
    }

    private List<String> names(List<Path> paths) {
        return paths.stream().map(path -> folder.relativize(path).toString()).toList();
    }

    private Path file(String name) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
