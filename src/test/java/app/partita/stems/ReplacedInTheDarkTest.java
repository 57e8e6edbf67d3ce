package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import app.partita.testkit.JavaChild;
import app.partita.testkit.SoakTable;
import app.partita.testkit.Volume;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stems that are replaced again and again, until the power fails: the old ones are there, or the new ones, whole. */
@Timeout(600)
class ReplacedInTheDarkTest {

    private static final int MEBIBYTES = 64;
    private static final int LINES = 10_000;
    private static final int LATEST_MILLIS = 300;

    @TempDir
    private Path folder;
    private final Random random = new Random(20261129);

    @Test
    void aFewCutsLoseNoStems() throws Exception {
        cut(3);
    }

    @Test
    @Tag("soak")
    void manyCutsLoseNoStems() throws Exception {
        int cuts = SoakTable.times("replaced", 60);
        cut(cuts);
        SoakTable.add("replaced", "the power cut while stems are replaced", cuts, 0, "old or new, always whole");
    }

    private void cut(int times) throws Exception {
        try (Volume disk = Volume.forgetful(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES, "ext4")) {
            int there = 0;
            for (int i = 0; i < times; i++) {
                int least = Math.max(there, replacedUntilTheEnd(disk));
                StemFolder.sweep(disk.path());
                there = generation(disk.path());
                assertThat(there - least).isBetween(0, 1);
            }
            assertThat(there).isGreaterThan(times);
        }
    }

    /** The last generation of stems that was said to be in place. */
    private int replacedUntilTheEnd(Volume disk) throws Exception {
        Process program = JavaChild.of(Replacing.class, disk.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = program.inputReader()) {
            String line = said.readLine();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_MILLIS)));
            disk.loseThePower();
            program.toHandle().destroyForcibly();
            program.waitFor();
            int last = 0;
            for (; line != null; line = said.readLine()) {
                last = Integer.parseInt(line);
            }
            disk.restart();
            return last;
        }
    }

    /** Which one is there, whole and with what else was in the folder. */
    private static int generation(Path disk) throws Exception {
        assertThat(Folders.tree(disk)).filteredOn(name -> !name.startsWith("lost+found"))
                .containsExactly("stems", "stems/notes.txt", "stems/other.wav", "stems/vocals.wav");
        assertThat(disk.resolve("stems/notes.txt")).hasContent("mine");
        List<String> vocals = Files.readAllLines(disk.resolve("stems/vocals.wav"));
        assertThat(vocals).hasSize(LINES).containsOnly(vocals.getFirst());
        assertThat(disk.resolve("stems/other.wav")).hasSameTextualContentAs(disk.resolve("stems/vocals.wav"));
        return Integer.parseInt(vocals.getFirst());
    }

    /** Replaces stems, each generation by a next one, and says which is in place. */
    static final class Replacing {

        private Replacing() {
        }

        public static void main(String[] arguments) throws Exception {
            Path target = Path.of(arguments[0]).resolve("stems");
            int generation = 0;
            if (Files.exists(target)) {
                generation = generation(target.getParent());
            }
            while (true) {
                generation++;
                replace(target, generation);
                System.out.println(generation);
            }
        }

        private static void replace(Path target, int generation) throws Exception {
            try (StemFolder folder = StemFolder.start(target, true)) {
                for (String file : List.of("other.wav", "vocals.wav")) {
                    Files.writeString(folder.file(file), (generation + "\n").repeat(LINES));
                }
                if (generation == 1) {
                    Files.writeString(folder.file("notes.txt"), "mine");
                }
                folder.publish();
            }
        }
    }
}
