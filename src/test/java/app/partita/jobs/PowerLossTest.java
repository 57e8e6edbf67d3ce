package app.partita.jobs;

import app.partita.testkit.SoakTable;
import app.partita.testkit.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manyCutsLoseNothing(String kind) throws Exception {
        int cuts = SoakTable.times("cuts", 10);
        long began = System.nanoTime();
        String figures = cut(kind, cuts, SoakTable.times("seed", SEED));
        SoakTable.add("power", "the power of an " + kind + " disk cut at a random moment", cuts, 0,
                figures(figures, began));
    }

    /** What the program keeps of a song is on one disk, its stems are on another, and both forget. */
    @ParameterizedTest
    @CsvSource({"ext4, xfs", "xfs, ext4"})
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void cutsOfTwoDisksAtOnceLoseNothing(String home, String music) throws Exception {
        int cuts = SoakTable.times("cuts", 10);
        long began = System.nanoTime();
        String figures;
        try (Volume ofHome = disk("home", home); Volume ofMusic = disk("music", music)) {
            figures = cut(List.of(ofHome, ofMusic), cuts, SoakTable.times("seed", SEED));
        }
        SoakTable.add("power-two", "the power of two disks, %s with the data and %s with the music, cut at once".formatted(
                home, music), cuts, 0, figures(figures, began));
    }

    private String cut(String kind, int times, int seed) throws Exception {
        try (Volume disk = disk("disk", kind)) {
            return cut(List.of(disk, disk), times, seed);
        }
    }

    private Volume disk(String name, String kind) throws IOException {
        return Volume.forgetful(folder.resolve(name + ".image"), folder.resolve(name), MEBIBYTES, kind);
    }

    /** @param disks the one with the home, then the one with the music */
    private String cut(List<Volume> disks, int times, int seed) throws Exception {
        Random random = new Random(seed);
        List<Volume> different = new ArrayList<>(new LinkedHashSet<>(disks));
        CrashDrill drill = new CrashDrill(folder, disks.getFirst().path(), disks.getLast().path(),
                program -> {
                    // For the program it is one moment, whichever disk is the first.
                    program.freeze();
                    Collections.shuffle(different, random);
                    different.forEach(Volume::loseThePower);
                    List<ProcessHandle> children = program.kill();
                    for (ProcessHandle child : children) {
                        child.onExit().get(10, TimeUnit.SECONDS);
                    }
                    different.forEach(Volume::restart);
                    return children;
                }, seed);
        drill.run(times);
        return drill.figures();
    }

    private static String figures(String drill, long began) {
        return "%s; %d s".formatted(drill, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
}
