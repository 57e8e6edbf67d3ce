package app.partita.jobs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FirstWindowTest {

    @TempDir
    private Path home;
    private final BlockingQueue<List<Path>> received = new LinkedBlockingQueue<>();

    @Test
    void theSecondHandsItsSongsToTheFirstAndLeaves() throws Exception {
        try (FirstWindow first = FirstWindow.claim(folder(), List.of()).orElseThrow()) {
            first.listen(this::take);
            assertThat(second("relative é.mp3", "/music/ü 👍\n.flac")).isEqualTo("handed over");
            assertThat(received.poll(5, TimeUnit.SECONDS)).containsExactly(Path.of("relative é.mp3").toAbsolutePath(),
                    Path.of("/music/ü 👍\n.flac"));
            assertThat(second()).isEqualTo("handed over");
            assertThat(received.poll(5, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void oneThatIsAboutToEndTakesNothing() throws Exception {
        try (FirstWindow first = FirstWindow.claim(folder(), List.of()).orElseThrow()) {
            first.listen(songs -> CompletableFuture.completedFuture(false));
            assertThat(second("song.mp3")).isEqualTo("a window");
        }
    }

    @Test
    void theSecondWaitsForOneThatIsJustOpening() throws Exception {
        try (FirstWindow first = FirstWindow.claim(folder(), List.of()).orElseThrow()) {
            Process second = start("song.mp3");
            assertThat(second.waitFor(1, TimeUnit.SECONDS)).isFalse();
            first.listen(this::take);
            assertThat(said(second)).isEqualTo("handed over");
        }
    }

    @Test
    void whenTheFirstIsGoneOrKilledTheNextIsTheFirst() throws Exception {
        try (FirstWindow first = FirstWindow.claim(folder(), List.of()).orElseThrow()) {
            first.listen(this::take);
        }
        assertThat(second()).isEqualTo("a window");
        Files.createFile(folder().resolve("window"));
        try (FirstWindow next = FirstWindow.claim(folder(), List.of()).orElseThrow()) {
            next.listen(this::take);
            assertThat(second("song.mp3")).isEqualTo("handed over");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayEnter() throws Exception {
        try (FirstWindow first = FirstWindow.claim(folder(), List.of()).orElseThrow()) {
            first.listen(this::take);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
        }
    }

    private CompletableFuture<Boolean> take(List<Path> songs) {
        received.add(songs);
        return CompletableFuture.completedFuture(true);
    }

    private String second(String... songs) throws Exception {
        return said(start(songs));
    }

    private static String said(Process process) throws Exception {
        try (BufferedReader out = process.inputReader()) {
            return out.readLine();
        }
    }

    private Process start(String... songs) throws Exception {
        List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Second.class.getName(), folder().toString()),
                Arrays.stream(songs)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(home.resolve("errors").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private Path folder() {
        return home.resolve("window");
    }

    /** A program that is started second. */
    static final class Second {

        private Second() {
        }

        public static void main(String[] arguments) {
            Optional<FirstWindow> window = FirstWindow.claim(Path.of(arguments[0]),
                    Arrays.stream(arguments).skip(1).map(Path::of).toList());
            System.out.println(window.isPresent() ? "a window" : "handed over");
            window.ifPresent(FirstWindow::close);
        }
    }
}
