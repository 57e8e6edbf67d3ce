package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.FaultKind;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.OtherUser;
import app.partita.testkit.TestAudio;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may not be read or written costs one song, which says so; the next ones go on, and with leave it is made. */
@Timeout(120)
class OtherUsersFoldersTest {

    private static final String HALF = "half";
    private static final String RETRY = "retry";
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;
    private OtherUser other;
    private Path album;
    private Path song;
    private Path next;

    @BeforeEach
    void prepare() throws Exception {
        other = new OtherUser(folder);
        album = Files.createDirectory(folder.resolve("album"));
        song = song(album.resolve("song.wav"));
        next = song(Files.createDirectory(folder.resolve("elsewhere")).resolve("song.wav"));
        OtherUser.open(album);
        OtherUser.open(next.getParent());
    }

    @FunctionalInterface
    private interface Deed {

        void run() throws IOException;
    }

    @Test
    @Tag("soak")
    void theFolderIsProtected() throws Exception {
        OtherUser.allow(album, "r-xr-xr-x");
        assertFailsAndIsCured(FaultKind.NOT_WRITABLE, () -> { }, () -> OtherUser.open(album));
    }

    @Test
    void theFolderIsProtectedMeanwhile() throws Exception {
        assertThat(assertFailsAndIsCured(FaultKind.NOT_WRITABLE, () -> OtherUser.allow(album, "r-xr-xr-x"),
                () -> OtherUser.open(album))).as("all was computed before").contains("0 steps");
    }

    @Test
    @Tag("soak")
    void theSongIsSomebodyElses() throws Exception {
        OtherUser.allow(song, "rw-------");
        assertFailsAndIsCured(FaultKind.SONG_NOT_READABLE, () -> { }, () -> OtherUser.allow(song, "rw-r--r--"));
    }

    @Test
    void aQueueThatCannotBeSavedSaysSoAndIsThereAgain() throws Exception {
        Path jobs = folder.resolve("home/jobs");
        try (Conversation talk = start(song, next)) {
            talk.awaitHalf();
            OtherUser.allow(jobs, "r-xr-xr-x");
            talk.say("go on");
            assertThat(talk.report()).contains("album COMPLETED", "elsewhere COMPLETED", "notice NOT_SAVED");
        }
        OtherUser.open(jobs);
        try (Conversation talk = start()) {
            assertThat(talk.report()).containsExactly("album COMPLETED", "elsewhere COMPLETED", "0 steps");
        }
    }

    /** Gives the report of the cure. */
    private List<String> assertFailsAndIsCured(FaultKind why, Deed fault, Deed cure) throws Exception {
        List<String> cured;
        try (Conversation talk = start(song, next)) {
            talk.awaitHalf();
            fault.run();
            talk.say("go on");
            assertThat(talk.report()).contains("album FAILED " + why, "elsewhere COMPLETED");
            cure.run();
            talk.say(RETRY);
            cured = talk.report();
            assertThat(cured).contains("album COMPLETED");
        }
        for (String stem : Folders.tree(next.resolveSibling("song - stems"))) {
            assertThat(album.resolve("song - stems").resolve(stem))
                    .hasSameBinaryContentAs(next.resolveSibling("song - stems").resolve(stem));
        }
        return cured;
    }

    private Conversation start(Path... songs) throws IOException {
        String[] arguments = Stream.concat(Stream.of(folder.resolve("home")), Stream.of(songs)).map(Path::toString)
                .toArray(String[]::new);
        return new Conversation(other.process(Program.class, arguments)
                .redirectError(folder.resolve("errors").toFile()).start());
    }

    private static Path song(Path file) {
        return TestAudio.wav(file, 44_100, 2, TestAudio.chord(44_100, 2, 3 * 44_100));
    }

    /** With the program as the other user runs it. */
    private record Conversation(Process process, BufferedReader in, PrintWriter out) implements AutoCloseable {

        Conversation(Process process) {
            this(process, process.inputReader(), new PrintWriter(process.outputWriter(), true));
            // Reading what it says cannot be interrupted.
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        }

        void say(String line) {
            out.println(line);
        }

        void awaitHalf() throws IOException {
            assertThat(in.readLine()).isEqualTo(HALF);
        }

        /** All rows, what was told, and how much the network had to do. */
        List<String> report() {
            return in.lines().takeWhile(line -> !line.isEmpty()).toList();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** Separates songs, stands still once in the midst of the first that it can, and tries again when it is told to. */
    static final class Program {

        private static final int IN_THE_MIDST = 25;

        private Program() {
        }

        public static void main(String[] arguments) throws Exception {
            AtomicInteger steps = new AtomicInteger();
            AtomicBoolean stood = new AtomicBoolean();
            try (RealQueue real = new RealQueue(Path.of(arguments[0]), (_, _, _) -> new FakeNetwork(() -> {
                if (steps.incrementAndGet() == IN_THE_MIDST && !stood.getAndSet(true)) {
                    System.out.println(HALF);
                    line();
                }
            })).restored()) {
                real.add(Stream.of(arguments).skip(1).map(Path::of).toArray(Path[]::new));
                report(real, steps);
                while (RETRY.equals(line())) {
                    real.queue.retry(real.queue.jobs().stream().map(Job::id).toList());
                    report(real, steps);
                }
            }
        }

        private static void report(RealQueue real, AtomicInteger steps) throws Exception {
            while (real.queue.jobs().stream().anyMatch(job -> !job.state().isOver())) {
                real.awaitOver(1);
            }
            real.awaitWritten();
            real.queue.jobs().forEach(job -> System.out.println(job.song().getParent().getFileName() + " " + job.state() + job.failure()
                    .map(failure -> failure.known().map(known -> " " + known.kind()).orElse(" " + failure)).orElse("")));
            real.heard.notices.forEach(notice -> System.out.println("notice " + notice.kind()));
            System.out.println(steps.getAndSet(0) + " steps\n");
        }

        private static String line() {
            try {
                StringBuilder line = new StringBuilder();
                for (int c = System.in.read(); c >= 0 && c != '\n'; c = System.in.read()) {
                    line.append((char) c);
                }
                return line.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
