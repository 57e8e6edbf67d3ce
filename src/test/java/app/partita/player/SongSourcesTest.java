package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.audio.AudioFiles;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmWriter;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class SongSourcesTest {

    private static final int RATE = 44_100;
    private static final int FRAMES = 60_001;
    private static final double MOST_ERROR_DB = -90;

    @TempDir
    private Path folder;
    private final AudioFiles audio = TestAudio.files();
    private final StemShelf shelf = new StemShelf();
    private SongSources sources;

    @BeforeEach
    void open() {
        sources = new SongSources(audio, shelf, new WorkFolders(folder.resolve("work")));
    }

    /** Noise in four stems of some format, and the song that they sum to. */
    private Map<StemKind, Path> write(OutputFormat format, int channels, float[] sum) throws Fault {
        Random random = new Random(1);
        Map<StemKind, Path> files = new LinkedHashMap<>();
        for (StemKind stem : MemorySong.STEMS) {
            float[] samples = new float[sum.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (random.nextFloat() - 0.5f) / 4;
                sum[i] += samples[i];
            }
            Path file = folder.resolve(stem.id() + "." + format.extension());
            write(file, format, channels, samples);
            files.put(stem, file);
        }
        return files;
    }

    private void write(Path file, OutputFormat format, int channels, float[] samples) throws Fault {
        try (PcmWriter writer = audio.encode(file, format, RATE, channels, SongTags.NONE)) {
            writer.write(samples, 0, samples.length / channels);
            writer.finish();
        }
    }

    private static void await(SongSource source) {
        while (source.ready().endOf(0) < source.frames() || source.originalReady().endOf(0) < source.frames()) {
            Thread.onSpinWait();
        }
    }

    /** How loud the difference is, against full scale, at its loudest. */
    private static double errorDb(float[] actual, float[] expected) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        }
        return Decibels.of(worst);
    }

    @ParameterizedTest
    @EnumSource(value = OutputFormat.class, names = {"WAV24", "WAV32F", "FLAC"})
    void theSumOfAllStemsIsTheSongWhereverItIsRead(OutputFormat format) throws Fault {
        float[] sum = new float[FRAMES * 2];
        Map<StemKind, Path> stems = write(format, 2, sum);
        Path song = folder.resolve("song.wav");
        write(song, OutputFormat.WAV32F, 2, sum);
        try (SongSource source = sources.finished(song, stems)) {
            await(source);
            assertThat(source.frames()).isEqualTo(FRAMES);
            assertThat(source.stems()).isEqualTo(MemorySong.STEMS);
            for (long from : new long[] {0, 1, 4096, 33_333, FRAMES - 500}) {
                ReadAhead ahead = new ReadAhead(source);
                ahead.aim(from, null);
                ahead.fill();
                float[][] tracks = new float[5][2000];
                float[] mix = new float[2000];
                ahead.pages().read(from, tracks, 0, 1000);
                new StemMixer(source.stems(), 2, RATE).mix(tracks, mix, 1000);
                float[] expected = Arrays.copyOf(Arrays.copyOfRange(sum, (int) from * 2,
                        (int) Math.min(FRAMES, from + 1000) * 2), 2000);

                assertThat(errorDb(mix, expected)).isLessThan(MOST_ERROR_DB);
                assertThat(errorDb(tracks[4], expected)).isLessThan(MOST_ERROR_DB);
            }
        }
    }

    @Test
    void sixteenBitsAndMonoAreReadInPlaceToo() throws Fault {
        float[] sum = new float[FRAMES];
        Map<StemKind, Path> stems = write(OutputFormat.WAV16, 1, sum);
        try (SongSource source = sources.finished(folder.resolve("missing.mp3"), stems)) {
            float[] samples = new float[500];
            source.readStem(2, 700, samples, 0, 500);
            float[] file = TestAudio.read(stems.get(StemKind.OTHER));

            assertThat(samples).containsExactly(Arrays.copyOfRange(file, 700, 1200));
            assertThat(source.channels()).isOne();
            assertThat(source.originalReady().list()).isEmpty();
        }
    }

    @Test
    void compressedStemsAndTheOriginalStandInStep() throws Fault {
        float[] sum = new float[FRAMES * 2];
        Map<StemKind, Path> stems = write(OutputFormat.MP3, 2, sum);
        Path song = folder.resolve("song.flac");
        write(song, OutputFormat.FLAC, 2, sum);
        try (SongSource source = sources.finished(song, stems)) {
            await(source);
            float[] original = new float[2000];
            source.readOriginal(20_000, original, 0, 1000);

            assertThat(source.frames()).isEqualTo(FRAMES);
            assertThat(errorDb(original, Arrays.copyOfRange(sum, 40_000, 42_000))).isLessThan(MOST_ERROR_DB);
        }
        assertThat(Folders.tree(folder.resolve("work"))).containsExactly(".gate");
    }

    @Test
    void aSongWithoutStemsIsItsOriginal() throws Fault {
        Path song = TestAudio.wav(folder.resolve("song.wav"), RATE, 2, TestAudio.chord(RATE, 2, FRAMES));
        try (SongSource source = sources.original(song)) {
            while (source.originalReady().endOf(0) < FRAMES) {
                Thread.onSpinWait();
            }
            assertThat(source.stems()).isEmpty();
            assertThat(source.frames()).isEqualTo(FRAMES);
        }
    }

    @Test
    void stemsThatDoNotFitTogetherAreRefusedAndNothingStaysOpen() throws Exception {
        Map<StemKind, Path> stems = write(OutputFormat.WAV24, 2, new float[2000]);
        write(stems.get(StemKind.VOCALS), OutputFormat.WAV24, 1, new float[2000]);

        assertThatThrownBy(() -> sources.finished(folder.resolve("song.wav"), stems)).isInstanceOf(Fault.class)
                .hasMessageContaining("vocals.wav");
        assertThat(openFiles()).isZero();
    }

    @Test
    void whileTheirFolderIsChangedStemsAreClosedAndAfterwardsReadAgain() throws Exception {
        float[] sum = new float[FRAMES * 2];
        Map<StemKind, Path> stems = write(OutputFormat.WAV24, 2, sum);
        try (SongSource source = sources.finished(folder.resolve("missing.wav"), stems)) {
            float[] before = new float[200];
            float[] after = new float[200];
            source.readStem(0, 5000, before, 0, 100);
            assertThat(openFiles()).isEqualTo(4);
            shelf.whileClosed(folder, () -> assertThat(openFiles()).isZero());
            source.readStem(0, 5000, after, 0, 100);

            assertThat(after).containsExactly(before);
        }
        assertThat(openFiles()).isZero();
    }

    /** How many files of the folder this process has open. */
    private long openFiles() {
        try (var open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            long count = 0;
            for (Path each : open) {
                count += isLinkInto(each, folder) ? 1 : 0;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLinkInto(Path link, Path folder) throws IOException {
        try {
            return Files.readSymbolicLink(link).startsWith(folder);
        } catch (NoSuchFileException closedMeanwhile) {
            return false;
        }
    }
}
