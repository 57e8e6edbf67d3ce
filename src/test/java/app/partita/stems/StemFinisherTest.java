package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import app.partita.audio.AudioFiles;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmReader;
import app.partita.audio.SongInfo;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.stems.StemFinisher.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemFinisherTest {

    private static final int WORK_RATE = 44_100;
    private static final List<StemKind> STEMS =
            List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER, StemKind.VOCALS);
    /** What the pretended network gives to each stem; the rest of the song is the remainder. */
    private static final float[] GAINS = {0.4f, 0, 0.3f, 0.2f};

    @TempDir
    Path home;

    private final AudioFiles audio = new AudioFiles(Path.of("target", "native"));
    private final StemFinisher finisher = new StemFinisher(audio, new StemShelf());

    @ParameterizedTest
    @CsvSource({"44100, 2, wav24, 30011", "48000, 2, wav32f, 48000", "22050, 1, wav24, 9973", "8000, 1, wav32f, 1000",
        "96000, 2, flac, 70001", "44100, 6, wav24, 20000", "48000, 6, wav32f, 20001", "44100, 3, flac, 12345",
        "44100, 2, wav24, 1"})
    void stemsHaveTheSongsRateChannelsAndLengthAndSumToIt(int rate, int channels, String format, int frames)
            throws IOException {
        float[] song = tones(rate, channels, frames);
        FinishedStems finished = separate(write(song, rate, channels), OutputFormat.of(format), Remainder.SHARED);

        assertThat(finished.frames()).isEqualTo(frames);
        assertThat(finished.sampleRate()).isEqualTo(rate);
        assertThat(finished.channels()).isEqualTo(channels);
        var sum = new double[song.length];
        for (StemKind stem : STEMS) {
            float[] samples = read(finished.files().get(stem), rate, channels);
            assertThat(samples).hasSameSizeAs(song);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += samples[i];
            }
        }
        assertThat(residual(song, sum)).isLessThan(-90);
        assertThat(finished.clips().get(StemKind.DRUMS).samples()).isZero();
    }

    @Test
    void theNetworksOwnOutputComesOutAsItIs() throws IOException {
        float[] song = tones(WORK_RATE, 2, 20_000);
        FinishedStems finished = separate(write(song, WORK_RATE, 2), OutputFormat.WAV32F, Remainder.LEFT_OUT);

        float[] drums = read(finished.files().get(StemKind.DRUMS), WORK_RATE, 2);
        for (int i = 0; i < drums.length; i++) {
            assertThat(drums[i]).isEqualTo(song[i] * GAINS[0]);
        }
    }

    @Test
    void channelsBeyondTwoGoUnchangedIntoOther() throws IOException {
        float[] song = tones(WORK_RATE, 6, 5_000);
        FinishedStems finished = separate(write(song, WORK_RATE, 6), OutputFormat.WAV32F, Remainder.SHARED);

        float[] other = read(finished.files().get(StemKind.OTHER), WORK_RATE, 6);
        float[] vocals = read(finished.files().get(StemKind.VOCALS), WORK_RATE, 6);
        for (int i = 0; i < song.length; i++) {
            if (i % 6 >= 2) {
                assertThat(other[i]).isEqualTo(song[i]);
                assertThat(vocals[i]).isZero();
            }
        }
        assertThat(finished.warnings()).anyMatch(warning -> warning.contains("6 channels"));
    }

    @Test
    void mp3HoldsTheFirstTwoChannelsAndSaysSo() throws IOException {
        FinishedStems finished = separate(write(tones(WORK_RATE, 6, 20_000), WORK_RATE, 6), OutputFormat.MP3,
                Remainder.SHARED);

        assertThat(finished.channels()).isEqualTo(2);
        assertThat(finished.warnings()).anyMatch(warning -> warning.contains("MP3 holds two"));
        assertThat(audio.probe(finished.files().get(StemKind.OTHER)).channels()).isEqualTo(2);
    }

    @Test
    void ofARateThatMp3DoesNotKnowTheNearestIsTakenAndToldOf() throws IOException {
        FinishedStems finished = separate(write(tones(96_000, 2, 20_000), 96_000, 2), OutputFormat.MP3,
                Remainder.SHARED);

        assertThat(finished.sampleRate()).isEqualTo(48_000);
        assertThat(finished.frames()).isEqualTo(10_000);
        assertThat(audio.probe(finished.files().get(StemKind.OTHER)).sampleRate()).isEqualTo(48_000);
        assertThat(finished.warnings()).anyMatch(warning -> warning.contains("48000"));
    }

    @Test
    void aSongOfOneFrameHasStemsOfOneFrameWhateverItsRate() throws IOException {
        for (int rate : new int[] {8_000, 44_100, 48_000, 192_000}) {
            FinishedStems finished = separate(write(tones(rate, 1, 1), rate, 1), OutputFormat.WAV24,
                    Remainder.SHARED);
            assertThat(finished.frames()).isEqualTo(1);
            assertThat(read(finished.files().get(StemKind.DRUMS), rate, 1)).hasSize(1);
            FileTrees.delete(finished.folder());
        }
    }

    @Test
    void whatAnIntegerFormatCutsIsCountedAndNoStemIsRescaled() throws IOException {
        float[] song = tones(WORK_RATE, 2, 10_000);
        for (int i = 0; i < song.length; i++) {
            song[i] *= 4;
        }
        FinishedStems finished = separate(write(song, WORK_RATE, 2), OutputFormat.WAV24, Remainder.LEFT_OUT);

        assertThat(finished.clips().get(StemKind.DRUMS).samples()).isPositive();
        assertThat(finished.warnings()).anyMatch(warning -> warning.startsWith("drums: "));
        float[] drums = read(finished.files().get(StemKind.DRUMS), WORK_RATE, 2);
        for (int i = 0; i < drums.length; i++) {
            assertThat(drums[i]).isCloseTo(Math.clamp(song[i] * GAINS[0], -1, 1),
                    offset(2e-7f));
        }
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        SongInfo song = write(tones(WORK_RATE, 2, 60_000), WORK_RATE, 2);
        try (StemWorkFile work = work(song)) {
            var written = new AtomicLong();

            assertThatThrownBy(() -> finisher.finish(song, work, output(OutputFormat.FLAC,
                    Remainder.SHARED), (frames, _) -> written.set(frames), () -> written.get() > 20_000))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(home.resolve("out")).doesNotExist();
    }

    @Test
    void aSongThatChangedMeanwhileIsAFaultAndLeavesNothing() throws IOException {
        SongInfo song = write(tones(WORK_RATE, 2, 60_000), WORK_RATE, 2);
        try (StemWorkFile work = work(song)) {
            SongInfo shorter = write(tones(WORK_RATE, 2, 30_000), WORK_RATE, 2);

            assertThatThrownBy(() -> finisher.finish(shorter, work, output(OutputFormat.WAV24,
                    Remainder.SHARED), (_, _) -> { }, () -> false)).isInstanceOf(Fault.class)
                    .hasMessageContaining("song.wav").hasMessageContaining("changed");
        }
        assertThat(home.resolve("out")).doesNotExist();
    }

    @Test
    void progressRisesToTheSongsLength() throws IOException {
        SongInfo song = write(tones(48_000, 2, 50_000), 48_000, 2);
        try (StemWorkFile work = work(song)) {
            var last = new AtomicLong();
            finisher.finish(song, work, output(OutputFormat.WAV24, Remainder.SHARED),
                    (frames, expected) -> {
                        assertThat(frames).isGreaterThan(last.getAndSet(frames)).isLessThanOrEqualTo(expected);
                        assertThat(expected).isBetween(49_990L, 50_010L);
                    }, () -> false);

            assertThat(last).hasValue(50_000);
        }
    }

    private FinishedStems separate(SongInfo song, OutputFormat format, Remainder remainder) throws IOException {
        try (StemWorkFile work = work(song)) {
            return finisher.finish(song, work, output(format, remainder), (_, _) -> { }, () -> false);
        }
    }

    private Output output(OutputFormat format, Remainder remainder) {
        return new Output(home.resolve("out/song"), format, remainder, false);
    }

    /** What a network would leave behind: each stem is the song, turned down. */
    private StemWorkFile work(SongInfo song) throws IOException {
        StemWorkFile work = StemWorkFile.open(home.resolve("work"), STEMS, 2, WORK_RATE);
        long frames = 0;
        try (PcmReader reader = audio.decodeStereo(song, WORK_RATE)) {
            var block = new float[8_192];
            for (int got = reader.read(block, 0, 4_096); got > 0; got = reader.read(block, 0, 4_096)) {
                for (int stem = 0; stem < STEMS.size(); stem++) {
                    var turnedDown = new float[got * 2];
                    for (int i = 0; i < turnedDown.length; i++) {
                        turnedDown[i] = block[i] * GAINS[stem];
                    }
                    work.write(stem, frames, turnedDown, 0, got);
                }
                frames += got;
            }
        }
        work.complete(frames);
        return work;
    }

    private SongInfo write(float[] song, int rate, int channels) throws IOException {
        Path file = home.resolve("song.wav");
        Files.deleteIfExists(file);
        try (var writer = audio.encode(file, OutputFormat.WAV32F, rate, channels, SongTags.of(Map.of()))) {
            writer.write(song, 0, song.length / channels);
            writer.finish();
        }
        return audio.probe(file);
    }

    private float[] read(Path file, int rate, int channels) throws IOException {
        SongInfo info = audio.probe(file);
        assertThat(info.sampleRate()).isEqualTo(rate);
        assertThat(info.channels()).isEqualTo(channels);
        var samples = new float[1_000_000];
        int floats = 0;
        try (PcmReader reader = audio.decode(info)) {
            int got = reader.read(samples, 0, 4_096);
            while (got > 0) {
                floats += got * channels;
                got = reader.read(samples, floats, 4_096);
            }
        }
        return Arrays.copyOf(samples, floats);
    }

    private static float[] tones(int rate, int channels, int frames) {
        var song = new float[frames * channels];
        for (int i = 0; i < song.length; i++) {
            double time = (double) (i / channels) / rate;
            double tone = Math.sin(2 * Math.PI * (220 + 110 * (i % channels)) * time)
                    + 0.5 * Math.sin(2 * Math.PI * 3_100 * time);
            song[i] = (float) (0.45 * tone);
        }
        return song;
    }

    private static double residual(float[] song, double[] sum) {
        double power = 0;
        double difference = 0;
        for (int i = 0; i < song.length; i++) {
            power += (double) song[i] * song[i];
            difference += (song[i] - sum[i]) * (song[i] - sum[i]);
        }
        return 10 * Math.log10((difference + 1e-30) / (power + 1e-12));
    }
}
