package app.partita.jobs;

import app.partita.testkit.SoakTable;
import app.partita.testkit.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A computer that loses its power at random moments, with home and music on its disk: nothing is lost. */
class PowerLossTest {

    private static final int SEED = 20261129;
    private static final int MEBIBYTES = 512;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void aCutLosesNothing() throws Exception {
        cut("ext4", 1, SEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    @Tag("soak")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void manyCutsLoseNothing(String kind) throws Exception {
        int cuts = SoakTable.times("cuts", 50);
        long began = System.nanoTime();
        String figures = cut(kind, cuts, SoakTable.times("seed", SEED));
        SoakTable.add("power", "the power of an " + kind + " disk cut at a random moment", cuts, 0,
                "%s; %d s".formatted(figures, Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    }

    private String cut(String kind, int times, int seed) throws Exception {
        try (Volume disk = Volume.forgetful(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES, kind)) {
            CrashDrill drill = new CrashDrill(folder, disk.path(), program -> {
                disk.loseThePower();
                List<ProcessHandle> children = program.kill();
                for (ProcessHandle child : children) {
                    child.onExit().get(10, TimeUnit.SECONDS);
                }
                disk.restart();
                return children;
            }, seed);
            drill.run(times);
            return drill.figures();
        }
    }
}
