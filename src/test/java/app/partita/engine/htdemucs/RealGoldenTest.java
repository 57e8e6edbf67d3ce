package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.AudioFiles;
import app.partita.audio.PcmReader;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.kernels.Kernels;
import app.partita.fault.Fault;
import app.partita.testkit.Compare;
import app.partita.testkit.Npy;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The released weights on real music, against upstream in PyTorch: one segment, not normalised, of which the golden
 * keeps every 87th sample. The environment variable PARTITA_TEST_WEIGHTS names the weights.
 *
 * <p>The music is from "Everything Is Remixed", dedicated to the public domain (CC0-1.0).
 */
@Tag("weights")
class RealGoldenTest {

    private static final String GOLDEN = "/golden/real/";
    private static final int STEP = 87;
    private static final double TOLERANCE = 1e-5;

    @Test
    void givesUpstreamsStemsOfARealSong() throws Exception {
        String weights = System.getenv("PARTITA_TEST_WEIGHTS");
        assertThat(weights).as("environment variable PARTITA_TEST_WEIGHTS").isNotBlank();
        try (SegmentNetwork network = new HtDemucsLoader(Kernels.best()).load("htdemucs", Path.of(weights), 2)) {
            float[] mixture = planar(network.spec().segmentFrames());
            float[] stems = new float[network.spec().stems().size() * mixture.length];
            network.separate(mixture, stems, fraction -> { }, () -> false);
            assertThat(Compare.relativeRms(Compare.decimate(stems, 2 * network.spec().stems().size(), STEP),
                    Npy.read(GOLDEN + "segment_out_dec87.npy"))).isLessThan(TOLERANCE);
        }
    }

    private static float[] planar(int frames) throws Exception {
        AudioFiles audio = new AudioFiles(TestAudio.CACHE);
        Path file = Path.of(RealGoldenTest.class.getResource(GOLDEN + "segment_in.flac").toURI());
        try (PcmReader reader = audio.decode(audio.probe(file))) {
            float[] interleaved = new float[2 * frames];
            int read = read(reader, interleaved, frames);
            assertThat(read).isEqualTo(frames);
            float[] planar = new float[interleaved.length];
            for (int i = 0; i < planar.length; i++) {
                planar[i % 2 * frames + i / 2] = interleaved[i];
            }
            return planar;
        }
    }

    private static int read(PcmReader reader, float[] interleaved, int frames) throws Fault {
        int read = 0;
        while (read < frames) {
            int more = reader.read(interleaved, 2 * read, frames - read);
            if (more < 0) {
                return read;
            }
            read += more;
        }
        return read;
    }
}
