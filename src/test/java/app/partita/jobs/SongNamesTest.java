package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.FaultKind;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Songs of all names that a disk takes go from a dropped folder through the queue to stems of their own. */
@Timeout(120)
class SongNamesTest {

    private static final List<String> STEMS = List.of("bass.wav", "drums.wav", "other.wav", "vocals.wav");

    @TempDir
    private Path folder;
    private Path music;
    private RealQueue real;

    @BeforeEach
    void open() throws Exception {
        music = Files.createDirectory(folder.resolve("music"));
        real = reopened().restored();
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void eachOfThemGetsStemsOfItsOwn() throws Exception {
        List<Path> songs = Stream.of("\uD83C\uDFB8 guitar \uD83D\uDC69\u200D\uD83C\uDFA4.wav", "\u05E9\u05D9\u05E8 - \u0623\u063A\u0646\u064A\u0629.wav",
                composed("Caf\u00E9.wav"), decomposed("Caf\u00E9.wav"), "x".repeat(251) + ".wav",
                "\u6B4C".repeat(83) + "ab.wav", "dots...wav", "blank .wav", " .wav", "CON.wav", "_CON.wav", "lpt1.wav",
                "two\nlines.wav", "tab\there.wav", "%03d.wav", "-rf.wav", "a:b.wav", "song.wav", "song.WAV", "song.wave")
                .map(this::song).toList();
        SongWalker.Found found = new SongWalker(_ -> true).walk(List.of(music), _ -> { }, () -> false);
        assertThat(found.songs()).containsExactlyInAnyOrderElementsOf(songs);

        real.queue.add(found.songs(), JobSettings.DEFAULT, Duplicates.ASK);
        real.awaitOver(songs.size());
        real.close();
        real = reopened().restored();
        assertThat(real.queue.jobs()).extracting(Job::song).containsExactlyInAnyOrderElementsOf(songs);
        assertThat(real.queue.jobs()).allSatisfy(SongNamesTest::assertMade);
        assertThat(real.queue.jobs()).extracting(Job::folder).doesNotHaveDuplicates();
        assertThat(Folders.tree(music)).hasSize(songs.size() * (2 + STEMS.size())).noneMatch(name -> name.startsWith("."));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameOfBytesThatAreNoTextIsToldAndTheNextSongIsMade() throws Exception {
        Path plain = song("plain.wav");
        Path strange = Files.copy(plain, Path.of(URI.create(music.toUri() + "caf%E9%FF.wav")));
        SongWalker.Found found = new SongWalker(_ -> true).walk(List.of(music), _ -> { }, () -> false);
        assertThat(found.songs()).containsExactlyInAnyOrder(plain, strange);

        real.queue.add(found.songs(), JobSettings.DEFAULT, Duplicates.ASK);
        real.awaitOver(2);
        real.close();
        real = reopened().restored();
        assertThat(real.queue.jobs()).extracting(Job::song).containsExactlyInAnyOrder(plain, strange);
        for (Job job : real.queue.jobs()) {
            if (job.song().equals(strange)) {
                assertThat(job.failure().orElseThrow().known().orElseThrow().kind())
                        .isEqualTo(FaultKind.SONG_NAME_NO_TEXT);
            } else {
                assertMade(job);
            }
        }
    }

    @Test
    void aSongThatWasMovedAfterItWasQueuedIsToldAndMadeWhenItIsBack() throws Exception {
        real.queue.pause();
        Path song = song("song.wav");
        Path next = song("next.wav");
        List<Job> jobs = real.add(song, next);
        Files.move(song, folder.resolve("elsewhere.wav"));
        real.queue.resume();
        real.awaitOver(2);
        Job lost = real.queue.job(jobs.getFirst().id()).orElseThrow();
        assertThat(lost.failure().orElseThrow().known().orElseThrow().kind()).isEqualTo(FaultKind.SONG_GONE);
        assertMade(real.queue.job(jobs.getLast().id()).orElseThrow());

        Files.move(folder.resolve("elsewhere.wav"), song);
        real.queue.retry(List.of(lost.id()));
        real.awaitOver(1);
        assertMade(real.queue.job(lost.id()).orElseThrow());
    }

    private RealQueue reopened() {
        return new RealQueue(folder.resolve("home"), (_, _, _) -> new FakeNetwork());
    }

    private static void assertMade(Job job) {
        assertThat(job.failure()).as(job.name()).isEmpty();
        assertThat(job.state()).as(job.name()).isEqualTo(JobState.COMPLETED);
        assertThat(Folders.tree(job.folder())).as(job.name()).isEqualTo(STEMS);
        for (String stem : STEMS) {
            assertThat(job.folder().resolve(stem)).as(job.name()).isNotEmptyFile();
        }
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static String decomposed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD);
    }

    private Path song(String name) {
        return TestAudio.wav(music.resolve(name), 44_100, 2, TestAudio.chord(44_100, 2, 12_000));
    }
}
