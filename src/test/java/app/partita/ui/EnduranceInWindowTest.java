package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import app.partita.testkit.ProgramUse;
import app.partita.testkit.SoakTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Song after song through one window: what the program takes of the computer does not grow. */
class EnduranceInWindowTest {

    private static final int SEED = 20261129;
    private static final int BATCH = 10;
    private static final int PATIENCE_SECONDS = 200;
    private static final int PATIENCE_SECONDS_A_SONG = 6;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void aBatchOfSongs() throws Exception {
        endure(2, 2, true, SEED);
    }

    @Test
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manySongs() throws Exception {
        record("window", "songs of 2 s through the window", false);
    }

    /** {@code -Dsoak.seed} disturbs them otherwise. */
    @Test
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manySongsWithCancelsRetriesAndRemovals() throws Exception {
        record("window-disturbed", "songs of 2 s through the window, cancelled, retried, removed and moved by keys", true);
    }

    private void record(String kind, String what, boolean disturbed) throws Exception {
        int songs = SoakTable.times("songs", 100);
        long began = System.nanoTime();
        String figures = endure(songs, BATCH, disturbed, SoakTable.times("seed", SEED));
        SoakTable.add(kind, what, songs, 0, "%s; %d s".formatted(figures,
                Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    }

    private String endure(int songs, int batch, boolean disturbed, int seed) throws Exception {
        Process program = start(songs, batch, disturbed, seed);
        // Reading what it says cannot be interrupted.
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS + songs * PATIENCE_SECONDS_A_SONG, TimeUnit.SECONDS)
                .execute(program::destroyForcibly);
        List<String> said;
        try (var lines = program.inputReader()) {
            said = lines.lines().toList();
            assertThat(program.waitFor(1, TimeUnit.MINUTES)).as("the program ends with its window").isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.exitValue()).as(Files.readString(folder.resolve("errors"))).isZero();
        ProgramUse before = ProgramUse.parsed(after(EnduringWindow.BEFORE, said));
        ProgramUse after = ProgramUse.parsed(after(EnduringWindow.AFTER, said));
        after.assertNoMoreThan(before);
        assertThat(Folders.tree(folder.resolve("home/work"))).isSubsetOf(".gate");
        return "%s made; before %s, after %s; the thread that draws stood still for %s ms at most".formatted(
                after(EnduringWindow.MADE, said), before, after, after(EnduringWindow.STALL, said));
    }

    private Process start(int songs, int batch, boolean disturbed, int seed) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--")).forEach(command::add);
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), EnduringWindow.class.getName(),
                folder.resolve("home").toString(), folder.resolve("music").toString(), Integer.toString(songs),
                Integer.toString(batch), Boolean.toString(disturbed), Integer.toString(seed)));
        return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
    }

    private static String after(String key, List<String> said) {
        return said.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()))
                .findFirst().orElseThrow();
    }
}
