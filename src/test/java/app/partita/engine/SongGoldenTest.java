package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SeparationEngine.Layout;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemWorkFile;
import app.partita.testkit.Compare;
import app.partita.testkit.Npy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whole songs through the small golden network, as upstream's apply_model and Separator give them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SongGoldenTest {

    private static final String GOLDEN = "/golden/small/";
    private static final double TOLERANCE = 2e-6;
    private static final int LONG_STEP = 61;
    private static final int SHORT_STEP = 5;
    private static final int LONGEST_SHIFT = 22_050;

    @TempDir
    Path folder;

    private SegmentNetwork network;

    @BeforeAll
    void load() throws Exception {
        Path weights = Path.of(SongGoldenTest.class.getResource(GOLDEN + "small0fp16-d2fcb10f.th").toURI());
        network = new HtDemucsLoader(Kernels.best()).load("small", weights, 2);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void aLongSongIsOverlappedAsUpstreamDoes() throws IOException {
        compare(longSong(), Normalisation.NONE, new Layout(0.25, 1, 0), "long20s_apply_dec61", LONG_STEP);
    }

    @Test
    void anotherOverlapAndTransitionPowerGiveUpstreamsSum() throws IOException {
        compare(longSong(), Normalisation.NONE, new Layout(0.1, 2, 0), "long20s_apply_ov10_tp2_dec61", LONG_STEP);
    }

    @Test
    void aShiftedRunGivesUpstreamsOutput() throws IOException {
        compare(longSong(), Normalisation.NONE, new Layout(0.25, 1, LONGEST_SHIFT - 5_000),
                "long20s_shift5000_dec61", LONG_STEP);
    }

    @Test
    void normalisedByTheSongItIsWhatUpstreamsSeparatorGives() throws IOException {
        compare(longSong(), null, new Layout(0.25, 1, 0), "long20s_separate_tensor_dec61", LONG_STEP);
    }

    @Test
    void aSongShorterThanASegmentLiesInItsMiddle() throws IOException {
        float[] segment = Npy.read(GOLDEN + "segment_in.npy");
        int length = 20_001;
        var song = new float[2 * length];
        for (int i = 0; i < length; i++) {
            song[2 * i] = segment[5_000 + i];
            song[2 * i + 1] = segment[segment.length / 2 + 5_000 + i];
        }
        compare(song, Normalisation.NONE, new Layout(0.25, 1, 0), "short20001_apply_dec5", SHORT_STEP);
    }

    /** @param normalisation null for the song's own */
    private void compare(float[] song, Normalisation normalisation, Layout layout, String golden, int step)
            throws IOException {
        int frames = song.length / 2;
        try (var mixture = MixtureFile.create(folder.resolve("mixture.f32"), 2);
                var stems = StemWorkFile.open(folder.resolve("stems"), network.spec().stems(), 2, 44_100)) {
            mixture.append(song, 0, frames);
            mixture.complete();
            var used = normalisation != null ? normalisation
                    : Normalisation.measure(mixture, frames, () -> false);
            new SeparationEngine(network).separate(mixture, used, layout, SegmentOrder.sequential(), stems,
                    EngineListener.NONE, () -> false);

            assertThat(Compare.relativeRms(decimated(stems, frames, step), Npy.read(GOLDEN + golden + ".npy")))
                    .isLessThan(TOLERANCE);
        }
    }

    /** As the goldens are laid out: stems × channels × every so-manieth frame. */
    private static float[] decimated(StemWorkFile stems, int frames, int step) throws IOException {
        int kept = Math.ceilDiv(frames, step);
        var rows = new float[stems.stems().size() * 2 * kept];
        var samples = new float[frames * 2];
        for (int stem = 0; stem < stems.stems().size(); stem++) {
            stems.read(stem, 0, samples, 0, frames);
            for (int i = 0; i < kept; i++) {
                rows[2 * stem * kept + i] = samples[2 * i * step];
                rows[(2 * stem + 1) * kept + i] = samples[2 * i * step + 1];
            }
        }
        return rows;
    }

    private static float[] longSong() throws IOException {
        int header = 44;
        try (InputStream in = SongGoldenTest.class.getResourceAsStream(GOLDEN + "long20s_in.wav")) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).position(header);
            var song = new float[bytes.remaining() / 2];
            for (int i = 0; i < song.length; i++) {
                song[i] = bytes.getShort() / 32_768f;
            }
            return song;
        }
    }
}
