package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.audio.SongInfo;
import app.partita.audio.Sound;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.TestAudio;
import app.partita.testkit.TestProgram;
import app.partita.testkit.TestProgram.Result;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Songs that change their rate or their channels midway: a second of 440 Hz, then one of 660 Hz. */
class ChangingSongsTest {

    private static final int FIRST = 440;
    private static final int SECOND = 660;
    private static final String STEMS = "song - stems";

    @TempDir
    private Path folder;
    private TestProgram program;

    @BeforeEach
    void makeProgram() throws Exception {
        program = new TestProgram(folder.resolve("home"), (_, listener, _) -> {
            listener.loading();
            return new FakeNetwork();
        }).withWeights();
    }

    @ParameterizedTest
    @CsvSource({"mp3, 44100, 2, 22050, 1", "mp3, 44100, 2, 48000, 2", "mp3, 44100, 1, 44100, 2",
        "aac, 44100, 2, 22050, 1", "ogg, 44100, 2, 48000, 1"})
    void areHeardToTheirEnd(String format, int rate, int channels, int thenRate, int thenChannels) throws Exception {
        Result result = separate(song(format, rate, channels, thenRate, thenChannels));

        assertThat(result.exitCode()).as(result.err()).isZero();
        SongInfo stem = TestAudio.files().probe(folder.resolve(STEMS).resolve("drums.wav"));
        double seconds = (double) stem.declaredFrames().orElseThrow() / stem.sampleRate();
        assertThat(seconds).isCloseTo(2, within(0.15));
        assertThat(hertz(stem, 0.3)).isCloseTo(FIRST, within(9.0));
        assertThat(hertz(stem, seconds - 0.7)).isCloseTo(SECOND, within(13.0));
    }

    /** FFmpeg does not go on with such a stream: what there is is separated, and the person told. */
    @Test
    void whatCannotBeDecodedAfterTheChangeIsToldOf() throws Exception {
        Result result = separate(song("opus", 48_000, 2, 48_000, 1));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("song.opus: warning");
        SongInfo stem = TestAudio.files().probe(folder.resolve(STEMS).resolve("drums.wav"));
        assertThat(stem.declaredFrames()).hasValue(48_000L);
        assertThat(hertz(stem, 0.3)).isCloseTo(FIRST, within(9.0));
    }

    private Result separate(Path song) {
        return program.run("separate", "--format", "wav32f", song.toString());
    }

    private Path song(String format, int rate, int channels, int thenRate, int thenChannels) throws Exception {
        var song = new ByteArrayOutputStream();
        song.write(part(format, FIRST, rate, channels));
        song.write(part(format, SECOND, thenRate, thenChannels));
        return Files.write(folder.resolve("song." + format), song.toByteArray());
    }

    private byte[] part(String format, int hertz, int rate, int channels) throws Exception {
        Path file = folder.resolve(hertz + "." + format);
        Sound.ffmpeg("-f", "lavfi", "-i", "sine=frequency=" + hertz + ":duration=1:sample_rate=" + rate,
                "-ac", Integer.toString(channels), file.toString());
        return Files.readAllBytes(file);
    }

    /** How often the first channel rises through zero in 0.4 s, as a rate. */
    private double hertz(SongInfo stem, double from) throws Exception {
        float[] samples = TestAudio.read(folder.resolve(STEMS).resolve("drums.wav"));
        int channels = stem.channels();
        int first = (int) (from * stem.sampleRate());
        int frames = (int) (0.4 * stem.sampleRate());
        int rises = 0;
        for (int i = first; i < first + frames; i++) {
            rises += samples[i * channels] < 0 && samples[(i + 1) * channels] >= 0 ? 1 : 0;
        }
        return rises / 0.4;
    }
}
