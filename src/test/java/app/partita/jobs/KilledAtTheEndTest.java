package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.files.PendingFile;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.JavaChild;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed around the moment in which a song's stems take their place. */
@Timeout(120)
class KilledAtTheEndTest {

    private static final int KILLED = 9;
    private static final List<String> STEMS = List.of("song - stems", "song - stems/bass.wav",
            "song - stems/drums.wav", "song - stems/other.wav", "song - stems/vocals.wav", "song.wav");

    @TempDir
    private Path folder;
    private Path stems;
    private final AtomicInteger loads = new AtomicInteger();

    @BeforeEach
    void song() {
        TestAudio.wav(folder.resolve("music/song.wav"), 44_100, 2, TestAudio.chord(44_100, 2, 30_000));
        stems = folder.resolve("music/song - stems");
    }

    @Test
    void stemsInPlaceAreTheSongsEvenIfItsFileDoesNotSaySo() throws Exception {
        killed(Moment.IN_PLACE);
        assertThat(Folders.tree(folder.resolve("music"))).isEqualTo(STEMS);

        for (int start = 0; start < 2; start++) {
            try (RealQueue again = open().restored()) {
                assertThat(again.queue.jobs()).singleElement().satisfies(job -> {
                    assertThat(job.state()).isEqualTo(JobState.COMPLETED);
                    assertThat(job.folder()).isEqualTo(stems);
                    assertThat(job.facts()).isPresent();
                    assertThat(job.run().result().orElseThrow().stems()).allMatch(stem -> stem.sha256().isPresent());
                });
            }
        }
        assertThat(loads).hasValue(0);
        assertThat(Folders.tree(folder.resolve("music"))).isEqualTo(STEMS);
        assertThat(Folders.tree(folder.resolve("home/aside/announced"))).isEmpty();
    }

    @Test
    void stemsThatWereAnnouncedButNeverAppearedAreMade() throws Exception {
        killed(Moment.ANNOUNCED);
        assertThat(stems).doesNotExist();

        again();
        assertThat(Folders.tree(folder.resolve("music"))).isEqualTo(STEMS);
        assertThat(Folders.tree(folder.resolve("home/aside/announced"))).isEmpty();
    }

    @Test
    void stemsThatSomebodyChangedMeanwhileAreMadeAgainBesideThem() throws Exception {
        killed(Moment.IN_PLACE);
        Files.writeString(stems.resolve("bass.wav"), "another take");

        again();
        assertThat(stems.resolve("bass.wav")).hasContent("another take");
        assertThat(Folders.tree(folder.resolve("music"))).contains("song - stems (2)/bass.wav");
    }

    private void again() throws Exception {
        try (RealQueue again = open().restored()) {
            again.awaitOver(1);
            assertThat(again.queue.jobs().getFirst().state()).isEqualTo(JobState.COMPLETED);
        }
    }

    private RealQueue open() {
        return new RealQueue(folder.resolve("home"), (_, _, _) -> {
            loads.incrementAndGet();
            return new FakeNetwork();
        });
    }

    private void killed(Moment moment) throws Exception {
        Path errors = folder.resolve("errors");
        Process program = JavaChild.of(Program.class, folder.resolve("home").toString(),
                folder.resolve("music/song.wav").toString(), moment.name()).redirectError(errors.toFile()).start();
        assertThat(program.waitFor()).as(Files.readString(errors)).isEqualTo(KILLED);
    }

    private enum Moment {
        /** What the job will be is written down; its stems have not appeared. */
        ANNOUNCED,
        /** The stems have appeared; the job's file does not know of them. */
        IN_PLACE
    }

    /** Separates a song, and is gone at that moment. */
    static final class Program {

        private Program() {
        }

        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            Moment moment = Moment.valueOf(arguments[2]);
            JobStore store = new JobStore(home.resolve("jobs"), home.resolve("aside"), Program::write);
            RealQueue real = new RealQueue(home, new NetworkShelf((_, _, _) -> new FakeNetwork()), store, job -> {
                store.announced().announce(job);
                if (moment == Moment.ANNOUNCED) {
                    die();
                }
            });
            real.restored().add(Path.of(arguments[1]));
            real.awaitOver(1);
        }

        private static PendingFile write(Path file, byte[] content, Path by) throws IOException {
            if (new String(content, StandardCharsets.UTF_8).contains("\"state\" : \"completed\"")) {
                die();
            }
            return PendingFile.write(file, content, by);
        }

        private static void die() {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
