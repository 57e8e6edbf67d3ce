package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @TempDir
    private Path folder;

    @Test
    void avx2GivesTheBitsOfThisJava() throws Exception {
        assumeTrue(System.getProperty("os.arch").matches("amd64|x86_64"), "AVX2 is for x86");
        assertSameBits(VECTORS, "-XX:UseAVX=2");
    }

    @Test
    void vectorsOfFourGiveTheBitsOfThisJava() throws Exception {
        assertSameBits(VECTORS, "-XX:MaxVectorSize=16");
    }

    @Test
    void withoutTheVectorApiTheBitsAreTheSameAndThePriceAndItsRemedyAreTold() throws Exception {
        assertThat(assertSameBits()).isEqualTo("scalar");
        assertThat(folder.resolve("errors")).content().contains("twenty times longer")
                .contains("--add-modules jdk.incubator.vector");
    }

    /** Returns the name of the kernels. */
    private String assertSameBits(String... options) throws Exception {
        List<String> child = List.of(outputOf(options).strip().split(" "));
        assertThat(child.getLast()).as("stems by %s kernels", child.getFirst()).isEqualTo(StemsDigestMain.digest());
        return child.getFirst();
    }

    private String outputOf(String... options) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of(options));
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StemsDigestMain.class.getName()));
        Process child = new ProcessBuilder(command)
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
