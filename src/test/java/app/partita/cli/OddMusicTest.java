package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.Sound;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.SmallModel;
import app.partita.testkit.TestAudio;
import app.partita.testkit.TestProgram;
import app.partita.testkit.TestProgram.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound that no musician makes: it comes out as stems of its own length that sum to it, or is refused by name. */
class OddMusicTest {

    private static final int RATE = 44_100;
    /** At which a header's four bytes can promise more than a day. */
    private static final int SLOW_RATE = 6_000;
    private static final long DAY_SECONDS = 24 * 60 * 60;
    /** Where a FLAC file says how many frames it has, less the upper four bits. */
    private static final int FLAC_FRAMES_AT = 22;
    private static final int FRAMES = 50_000;
    private static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void makeProgram() throws IOException {
        program = new TestProgram(folder.resolve("home"), (model, listener, cancelled) ->
                SmallModel.load(model, listener)).withWeights();
    }

    static Stream<Arguments> sounds() {
        float[] square = new float[2 * FRAMES];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 100 % 2 == 0 ? 1 : -1;
        }
        float[] steady = new float[2 * FRAMES];
        Arrays.fill(steady, 0.7f);
        float[] loud = TestAudio.chord(RATE, 2, FRAMES);
        for (int i = 0; i < loud.length; i++) {
            loud[i] *= 1e6f;
        }
        return Stream.of(Arguments.of("silence", new float[2 * FRAMES]), Arguments.of("one frame", new float[] {0.5f, 0}),
                Arguments.of("a constant", steady), Arguments.of("a square wave at full scale", square),
                Arguments.of("a million times full scale", loud));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sounds")
    void stemsAreNumbersOfTheSongsLengthThatSumToIt(String name, float[] samples) throws IOException {
        Path song = TestAudio.wav(folder.resolve(name + ".wav"), RATE, 2, samples);

        Result result = program.run("separate", "--format", "wav32f", song.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertSumsTo(samples, folder.resolve(name + " - stems"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 384_000})
    void anExtremeRateIsKept(int rate) throws IOException {
        float[] samples = TestAudio.chord(rate, 2, rate / 2);
        Path song = TestAudio.wav(folder.resolve("song.wav"), rate, 2, samples);

        Result result = program.run("separate", "--format", "wav32f", song.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertSumsTo(samples, folder.resolve("song - stems"));
        assertThat(TestAudio.files().probe(folder.resolve("song - stems/bass.wav")).sampleRate()).isEqualTo(rate);
    }

    @Test
    void wildNumbersAreTakenForSilenceAndToldOf() throws IOException {
        float[] samples = TestAudio.chord(RATE, 2, FRAMES);
        float[] wild = samples.clone();
        wild[4_000] = Float.NaN;
        wild[4_001] = Float.POSITIVE_INFINITY;
        wild[4_002] = -Float.MAX_VALUE;
        Arrays.fill(samples, 4_000, 4_003, 0);
        Path song = TestAudio.wav(folder.resolve("wild.wav"), RATE, 2, wild);

        Result result = program.run("separate", "--format", "wav32f", song.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("wild.wav").contains("3 samples");
        assertSumsTo(samples, folder.resolve("wild - stems"));
    }

    @Test
    void aHeaderThatPromisesADayIsReadToItsEnd() throws IOException {
        float[] samples = TestAudio.chord(SLOW_RATE, 1, FRAMES);
        Path song = TestAudio.wav(folder.resolve("day.wav"), SLOW_RATE, 1, Integer.MAX_VALUE, samples);

        Result result = program.run("separate", "--format", "wav32f", song.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("day.wav").contains("claims");
        assertSumsTo(samples, folder.resolve("day - stems"));
    }

    /** It is cut short; that there is no room for a day would be the wrong thing to say. */
    @Test
    void aFileThatHoldsASecondOfAPromisedDayEndsEarly() throws Exception {
        byte[] flac = converted("whole.flac", RATE);
        ByteBuffer.wrap(flac).putInt(FLAC_FRAMES_AT, (int) (DAY_SECONDS * RATE));
        Path song = Files.write(folder.resolve("day.flac"), flac);

        Result result = program.run("separate", song.toString());

        assertThat(result.exitCode()).isOne();
        assertThat(result.err()).contains("day.flac").contains("ends early: 44100 of 3810240000 frames");
        assertThat(folder.resolve("day - stems")).doesNotExist();
    }

    @Test
    void garbageBetweenFramesCostsNoMoreThanItself() throws Exception {
        byte[] frames = converted("whole.mp3", 3 * RATE);
        byte[] garbage = new byte[3_000];
        new Random(4).nextBytes(garbage);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(frames, 0, frames.length / 2);
        joined.write(garbage);
        joined.write(frames, frames.length / 2, frames.length - frames.length / 2);
        Path song = Files.write(folder.resolve("garbage.mp3"), joined.toByteArray());

        Result result = program.run("separate", song.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(framesOf(folder.resolve("garbage - stems"))).isBetween(3L * RATE - 10_000, 3L * RATE + 10_000);
    }

    @Test
    void linksOfAChainedStreamAreOneSong() throws Exception {
        byte[] link = converted("link.ogg", RATE);
        ByteArrayOutputStream chain = new ByteArrayOutputStream();
        chain.write(link);
        chain.write(link);
        Path song = Files.write(folder.resolve("chain.ogg"), chain.toByteArray());

        Result result = program.run("separate", song.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(framesOf(folder.resolve("chain - stems"))).isBetween(2L * RATE - 3_000, 2L * RATE + 3_000);
    }

    @Test
    void aConcertThatBeginsWithTenSilentMinutesIsHeard() throws IOException {
        TestProgram quick = new TestProgram(folder.resolve("quick"), (model, listener, cancelled) -> {
            listener.loading();
            return new FakeNetwork();
        }).withWeights();
        int rate = 8_000;
        float[] samples = new float[601 * rate];
        float[] music = TestAudio.chord(rate, 1, rate);
        System.arraycopy(music, 0, samples, samples.length - rate, rate);
        Path song = TestAudio.wav(folder.resolve("late.wav"), rate, 1, samples);

        Result result = quick.run("separate", "--format", "wav32f", song.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertSumsTo(samples, folder.resolve("late - stems"));
        float[] drums = TestAudio.read(folder.resolve("late - stems/drums.wav"));
        float[] end = Arrays.copyOfRange(drums, drums.length - rate / 2, drums.length);
        assertThat(peak(end)).isBetween(0.35f * peak(music), 0.45f * peak(music));
    }

    private byte[] converted(String name, int frames) throws Exception {
        Path wav = TestAudio.wav(folder.resolve("whole.wav"), RATE, 2, TestAudio.chord(RATE, 2, frames));
        Path file = folder.resolve(name);
        Sound.ffmpeg("-i", wav.toString(), file.toString());
        return Files.readAllBytes(file);
    }

    private static long framesOf(Path stems) throws IOException {
        return TestAudio.files().probe(stems.resolve("vocals.wav")).declaredFrames().orElseThrow();
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static void assertSumsTo(float[] samples, Path stems) throws IOException {
        double[] sum = new double[samples.length];
        for (String stem : STEMS) {
            float[] part = TestAudio.read(stems.resolve(stem + ".wav"));
            assertThat(part).as(stem).hasSameSizeAs(samples);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        double worst = 0;
        for (int i = 0; i < sum.length; i++) {
            double error = Math.abs(sum[i] - samples[i]);
            worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
        assertThat(worst).isLessThanOrEqualTo(1e-6 * Math.max(1, peak(samples)));
    }
}
