package app.partita.jobs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HostTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aThreadLowersItselfAndWhatItStartsAndNoOtherOne() throws Exception {
        CompletableFuture<List<Integer>> nice = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            assertThat(LowPriority.lowerThisThread()).isTrue();
            int own = niceOfThisThread();
            Thread.ofPlatform().start(() -> nice.complete(List.of(own, niceOfThisThread())));
        });
        int before = niceOfThisThread();
        assertThat(nice.get()).allMatch(value -> value > before);
        assertThat(niceOfThisThread()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theComputerIsLeftAloneAgainWhenTheHoldIsClosed() throws Exception {
        long before = children();
        Wakefulness.Hold hold = SystemWakefulness.byProgram(List.of("cat")).hold();
        assertThat(children()).isEqualTo(before + 1);
        List<ProcessHandle> running = ProcessHandle.current().children().toList();
        hold.close();
        running.forEach(child -> child.onExit().join());
        assertThat(children()).isLessThanOrEqualTo(before);
    }

    @Test
    void withoutTheProgramNothingHappens() {
        SystemWakefulness.byProgram(List.of("no-such-program-anywhere")).hold().close();
        SystemWakefulness.ofThisSystem().hold().close();
    }

    private static long children() {
        return ProcessHandle.current().children().count();
    }

    private static int niceOfThisThread() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
