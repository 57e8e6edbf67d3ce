package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import app.partita.testkit.JavaChild;
import app.partita.testkit.TestAudio;
import app.partita.testkit.TestProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two command lines that write to one folder at the same time. */
@Timeout(120)
class TwoCommandLinesTest {

    private static final int FRAMES = 100_000;
    private static final List<String> STEMS = List.of("bass.wav", "drums.wav", "other.wav", "vocals.wav");

    @TempDir
    private Path folder;
    private Path one;
    private Path other;

    @BeforeEach
    void songs() {
        float[] loud = TestAudio.chord(44_100, 2, FRAMES);
        float[] quiet = loud.clone();
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] /= 2;
        }
        one = TestAudio.wav(folder.resolve("one/song.wav"), 44_100, 2, loud);
        other = TestAudio.wav(folder.resolve("other/song.wav"), 44_100, 2, quiet);
    }

    @Test
    void ofTwoSongsForOneFolderOneIsThereWhollyAndTheOtherIsRefused() throws Exception {
        Path out = folder.resolve("out");
        List<Integer> codes = run(List.of("-o", out.toString(), one.toString()),
                List.of("-o", out.toString(), other.toString()));

        assertThat(codes).containsExactlyInAnyOrder(0, 1);
        assertStemsOf(codes.getFirst() == 0 ? one : other, out.resolve("song"));
        assertThat(Folders.tree(out)).hasSize(1 + STEMS.size());
        assertThat(Files.readString(errors(codes.indexOf(1)))).contains("exists already");
    }

    @Test
    void withForceTheLastOneIsThereWholly() throws Exception {
        Path out = folder.resolve("out");
        List<Integer> codes = run(List.of("--force", "-o", out.toString(), one.toString()),
                List.of("--force", "-o", out.toString(), other.toString()));

        assertThat(codes).contains(0);
        float[] drums = TestAudio.read(out.resolve("song/drums.wav"));
        assertStemsOf(isPartOf(drums, one) ? one : other, out.resolve("song"));
        assertThat(Folders.tree(out)).hasSize(1 + STEMS.size());
    }

    @Test
    void differentSongsDoNotDisturbEachOther() throws Exception {
        Path second = Files.copy(other, folder.resolve("other/second.wav"));
        Path out = folder.resolve("out");
        assertThat(run(List.of("-o", out.toString(), one.toString()), List.of("-o", out.toString(), second.toString())))
                .containsExactly(0, 0);

        assertStemsOf(one, out.resolve("song"));
        assertStemsOf(second, out.resolve("second"));
        assertThat(Folders.tree(out)).hasSize(2 * (1 + STEMS.size()));
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
    }

    /** Starts both, in one home, and gives their exit codes. */
    private List<Integer> run(List<String> first, List<String> second) throws Exception {
        List<Process> both = List.of(start(0, first), start(1, second));
        List<Integer> codes = new ArrayList<>();
        for (Process process : both) {
            codes.add(process.waitFor());
        }
        return codes;
    }

    private Process start(int number, List<String> arguments) throws IOException {
        ProcessBuilder builder = JavaChild.of(TestProgram.class, "separate");
        builder.command().addAll(arguments);
        builder.environment().put("PARTITA_HOME", folder.resolve("home").toString());
        return builder.redirectError(errors(number).toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Path errors(int number) {
        return folder.resolve("errors " + number);
    }

    private static void assertStemsOf(Path song, Path stems) throws Exception {
        assertThat(Folders.tree(stems)).isEqualTo(STEMS);
        float[] sum = new float[2 * FRAMES];
        for (String stem : STEMS) {
            float[] samples = TestAudio.read(stems.resolve(stem));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += samples[i];
            }
        }
        assertThat(farthest(sum, TestAudio.read(song))).isLessThan(1e-5f);
    }

    private static boolean isPartOf(float[] drums, Path song) throws Exception {
        float[] whole = TestAudio.read(song);
        for (int i = 0; i < whole.length; i++) {
            whole[i] *= 0.4f;
        }
        return farthest(drums, whole) < 1e-3f;
    }

    private static float farthest(float[] one, float[] other) {
        float most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }
}
