package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The small golden network in Javas of their own that are told to see fewer instructions than the processor has: the
 * stems must be the same to the last bit. On a processor without AVX-512 the first test compares AVX2 with itself.
 */
class InstructionSetsTest {

    private static final int SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void avx2GivesTheBitsOfThisJava() throws Exception {
        assumeTrue(System.getProperty("os.arch").matches("amd64|x86_64"), "AVX2 is for x86");
        assertSameBits("-XX:UseAVX=2");
    }

    @Test
    void vectorsOfFourGiveTheBitsOfThisJava() throws Exception {
        assertSameBits("-XX:MaxVectorSize=16");
    }

    private void assertSameBits(String option) throws Exception {
        List<String> child = List.of(outputOf(option).strip().split(" "));
        assertThat(child.getLast()).as("stems by %s kernels", child.getFirst()).isEqualTo(StemsDigestMain.digest());
    }

    private String outputOf(String option) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", option, "-cp", System.getProperty("java.class.path"),
                StemsDigestMain.class.getName())
                .redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        try {
            assertThat(child.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(output);
    }
}
