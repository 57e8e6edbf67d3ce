package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.JavaChild;
import app.partita.testkit.TestAudio;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program with a queue that is killed without a warning, and started again. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class KilledProgramTest {

    private static final List<String> NAMES = List.of("one", "two", "three");
    private static final int MANY = 300;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"two RUNNING 43%", "two RUNNING 96%"})
    void theQueueComesBackWholeAndTheInterruptedSongIsSeparatedAsIfNothingHadBeen(String when) throws Exception {
        List<ProcessHandle> children = killed(when, NAMES.stream().map(this::song).toList());
        for (ProcessHandle child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
        Path finished = folder.resolve("music/one - stems");
        Map<String, FileTime> before = times(finished);
        assertThat(before).hasSize(4);
        assertThat(visibleStems()).containsOnly("one - stems");
        try (RealQueue real = new RealQueue(folder.resolve("home"), (model, listener, cancelled) -> new FakeNetwork())) {
            real.queue.pause();
            real.restored();
            assertThat(rows(real)).containsExactly("one COMPLETED", "two WAITING", "three WAITING");
            real.queue.resume();
            real.awaitOver(2);
            assertThat(rows(real)).containsExactly("one COMPLETED", "two COMPLETED", "three COMPLETED");
        }
        assertThat(times(finished)).isEqualTo(before);
        assertThat(visibleStems()).containsExactly("one - stems", "three - stems", "two - stems");
        assertThat(Folders.tree(folder.resolve("music"))).noneMatch(name -> name.startsWith("."));
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
        assertThat(Folders.tree(folder.resolve("home/aside/writing"))).isEmpty();
        for (String stem : before.keySet()) {
            assertThat(TestAudio.read(folder.resolve("music/two - stems").resolve(stem))).as(stem)
                    .isEqualTo(TestAudio.read(folder.resolve("music/one - stems").resolve(stem)));
        }
    }

    @Test
    void noSongIsLostHoweverManyWereJustQueued() throws Exception {
        List<Path> songs = IntStream.range(0, MANY).mapToObj(i -> song("song " + i)).toList();
        killed("queued", songs);
        try (RealQueue real = new RealQueue(folder.resolve("home"), (model, listener, cancelled) -> new FakeNetwork())) {
            real.queue.pause();
            real.restored();
            assertThat(real.queue.jobs()).extracting(Job::song).containsExactlyElementsOf(songs);
        }
    }

    /** Starts the program with these songs, kills it as soon as it says so, and gives the children that it had then. */
    private List<ProcessHandle> killed(String when, List<Path> songs) throws Exception {
        Path list = Files.write(folder.resolve("songs"), songs.stream().map(Path::toString).toList());
        Process program = JavaChild.of(Program.class, folder.resolve("home").toString(), list.toString())
                .redirectError(folder.resolve("errors").toFile()).start();
        try (BufferedReader said = program.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals(when)) {
                line = said.readLine();
            }
            List<ProcessHandle> children = program.descendants().toList();
            assertThat(line).as(Files.readString(folder.resolve("errors"))).isEqualTo(when);
            assertThat(program.isAlive()).isTrue();
            return children;
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private Path song(String name) {
        return TestAudio.wav(folder.resolve("music").resolve(name + ".wav"), 44_100, 2,
                TestAudio.chord(44_100, 2, name.startsWith("song") ? 1000 : 120_000));
    }

    private List<String> visibleStems() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("music"))) {
            return entries.filter(Files::isDirectory).map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".")).sorted().toList();
        }
    }

    private static List<String> rows(RealQueue real) {
        return real.queue.jobs().stream().map(job -> job.name().replace(".wav", "") + " " + job.state()).toList();
    }

    private static Map<String, FileTime> times(Path stems) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(stems)) {
            files.forEach(file -> times.put(file.getFileName().toString(), time(file)));
        }
        return times;
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Separates the songs of a list with a slow network, and says how far each is. */
    static final class Program {

        private static final Duration STEP = Duration.ofMillis(5);

        private Program() {
        }

        public static void main(String[] arguments) throws Exception {
            List<Path> songs = Files.readAllLines(Path.of(arguments[1])).stream().map(Path::of).toList();
            RealQueue real = new RealQueue(Path.of(arguments[0]), (model, listener, cancelled) ->
                    new FakeNetwork(() -> LockSupport.parkNanos(STEP.toNanos()))).restored();
            real.queue.listen(new QueueListener() {
                @Override
                public void changed(Job job) {
                    System.out.println(job.name().replace(".wav", "") + " " + job.state() + " "
                            + job.progress().percent() + "%");
                }
            });
            real.add(songs.toArray(Path[]::new));
            real.awaitWritten();
            System.out.println("queued");
        }
    }
}
