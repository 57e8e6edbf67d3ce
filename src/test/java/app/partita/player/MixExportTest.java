package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.audio.ClipReport;
import app.partita.audio.OutputFormat;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class MixExportTest {

    private static final int FRAMES = 20_001;

    @TempDir
    private Path folder;
    private final MixExport export = new MixExport(TestAudio.files());
    private final MemorySong song = new MemorySong(FRAMES);
    private final List<Double> progress = new ArrayList<>();

    private ClipReport write(ExportOrder order, Path file, OutputFormat format) throws Fault {
        return export.write(song, order, file, format, SongTags.NONE, progress::add, () -> false);
    }

    private float[] written(ExportOrder order) throws Fault {
        Path file = folder.resolve("mix.wav");
        write(order, file, OutputFormat.WAV32F);
        return TestAudio.read(file);
    }

    private static double errorDb(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        }
        return Decibels.of(worst);
    }

    @ParameterizedTest
    @EnumSource(value = OutputFormat.class, names = {"WAV24", "WAV16", "WAV32F", "FLAC"})
    void allStemsAtUnityAreTheSong(OutputFormat format) throws Fault {
        Path file = folder.resolve("mix." + format.extension());
        write(ExportOrder.whole(MixerState.UNITY), file, format);

        assertThat(errorDb(TestAudio.read(file), song.original)).isLessThan(-89);
    }

    @Test
    void aLoopIsExportedToTheFrame() throws Fault {
        ExportOrder order = new ExportOrder(MixerState.UNITY, Heard.ORIGINAL, 1, 0, 1234, 9876);

        assertThat(written(order)).isEqualTo(Arrays.copyOfRange(song.original, 2 * 1234, 2 * 9876));
    }

    @Test
    void whatIsMutedOrNotSoloedIsLeftOut() throws Fault {
        assertThat(written(ExportOrder.stem(StemKind.BASS))).isEqualTo(song.stems[1]);
    }

    @Test
    void minusOneIsTheSongWithoutTheSoloedStem() throws Fault {
        MixerState mixer = MixerState.UNITY.with(StemKind.VOCALS, strip -> strip.withSoloed(true));
        float[] expected = new float[song.original.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = song.stems[0][i] + song.stems[1][i] + song.stems[2][i];
        }

        float[] minusOne = written(ExportOrder.whole(mixer).minusSoloed(song.stems()));

        assertThat(errorDb(minusOne, expected)).isLessThan(-90);
    }

    @ParameterizedTest
    @CsvSource({"0.75, 0", "1.25, 3", "1, -5"})
    void tempoAndPitchAreThoseHeard(double tempo, double semitones) throws Fault {
        float[] file = written(new ExportOrder(MixerState.UNITY, Heard.STEMS, tempo, semitones, 0, 16_000));

        TimeStretch stretch = new TimeStretch(2, MemorySong.RATE);
        stretch.tempo(tempo);
        stretch.semitones(semitones);
        AtomicInteger place = new AtomicInteger();
        float[] heard = new float[2 * (int) Math.round(16_000 / tempo)];
        stretch.read((block, frames) -> System.arraycopy(song.at(place.getAndAdd(frames), frames), 0, block, 0,
                2 * frames), heard, heard.length / 2);
        assertThat(errorDb(file, heard)).isLessThan(-90);
    }

    @Test
    void anMp3HasTheSongsLength() throws Fault {
        Path file = folder.resolve("mix.mp3");
        write(ExportOrder.whole(MixerState.UNITY), file, OutputFormat.MP3);

        assertThat(TestAudio.read(file)).hasSize(2 * FRAMES);
    }

    @Test
    void progressGrowsToOne() throws Fault {
        written(ExportOrder.whole(MixerState.UNITY));

        assertThat(progress).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void samplesBeyondFullScaleAreCounted() throws Fault {
        MixerState loud = MixerState.UNITY.withMaster(12);

        assertThat(write(ExportOrder.whole(loud), folder.resolve("loud.wav"), OutputFormat.WAV16).samples())
                .isPositive();
    }

    @Test
    void nothingIsLeftOfACancelledExport() throws IOException {
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> export.write(song, ExportOrder.whole(MixerState.UNITY), folder.resolve("mix.flac"),
                OutputFormat.FLAC, SongTags.NONE, progress::add, () -> asked.incrementAndGet() > 3))
                .isInstanceOf(CancellationException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsLeftAndAnOldFileStaysWhenTheSongCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("mix.wav"), "old");
        song.broken = new Fault("The disk is gone.", "Plug it in.");

        assertThatThrownBy(() -> write(ExportOrder.whole(MixerState.UNITY), file, OutputFormat.WAV24))
                .isSameAs(song.broken);

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> write(ExportOrder.whole(MixerState.UNITY), folder.resolve("no/mix.wav"),
                OutputFormat.WAV24)).isInstanceOf(Fault.class).hasMessageContaining("mix.wav");
    }

    @Test
    void whatIsNotSeparatedYetIsWaitedFor() throws Exception {
        song.ready = Stretches.NONE.with(0, 5000);
        assertThat(exportedWhen(() -> song.ready = song.ready.with(5000, FRAMES))).isEqualTo(song.original);
    }

    @Test
    void whatMayYetSoundBetterIsWaitedFor() throws Exception {
        float[] later = song.stems[0].clone();
        Arrays.fill(song.stems[0], 2 * 5000, 2 * FRAMES, 1);
        song.lasting = Stretches.NONE.with(0, 5000);
        assertThat(exportedWhen(() -> {
            System.arraycopy(later, 0, song.stems[0], 0, later.length);
            song.lasting = song.lasting.with(5000, FRAMES);
        })).isEqualTo(song.original);
    }

    /** The whole song, exported while it is there to the 5000th frame, and then does that. */
    private float[] exportedWhen(Runnable more) throws Exception {
        CompletableFuture<float[]> file = CompletableFuture.supplyAsync(() -> {
            try {
                return written(ExportOrder.whole(MixerState.UNITY));
            } catch (Fault e) {
                throw new IllegalStateException(e);
            }
        });
        while (song.wanted != 5000) {
            Thread.onSpinWait();
        }
        more.run();
        return file.get();
    }

    @Test
    void whatIsHeardIsExported() {
        MixerState mixer = new MixerState(Map.of(StemKind.BASS, new Strip(-3, 0.5, false, true)), -1);

        ExportOrder order = new ExportOrder(mixer, Heard.STEMS, 0.8, 2, 10, 20).minusSoloed(song.stems());

        assertThat(order.mixer().strip(StemKind.BASS)).isEqualTo(new Strip(-3, 0.5, true, false));
        assertThat(order.mixer().masterDb()).isEqualTo(-1);
        assertThat(order.tempo()).isEqualTo(0.8);
    }
}
