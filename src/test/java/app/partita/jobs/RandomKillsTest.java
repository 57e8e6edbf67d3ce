package app.partita.jobs;

import app.partita.testkit.SoakTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed at random moments: nothing is lost, and all ends well. */
@DisabledOnOs(OS.WINDOWS)
class RandomKillsTest {

    private static final int SEED = 20261123;

    @TempDir
    private Path folder;

    @Test
    void aFewKillsLoseNothing() throws Exception {
        new CrashDrill(folder, folder, folder, KilledQueue::kill, SEED).run(2);
    }

    /** {@code -Dsoak.seed} makes another run of it. */
    @Test
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manyKillsLoseNothing() throws Exception {
        int kills = SoakTable.times("kills", 40);
        CrashDrill drill = new CrashDrill(folder, folder, folder, KilledQueue::kill, SoakTable.times("seed", SEED));
        long began = System.nanoTime();
        drill.run(kills);
        SoakTable.add("kills", "kill -9 at a random moment, with songs queued, running, being saved", kills, 0,
                "%s; %d s".formatted(drill.figures(), Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    }
}
