package app.partita.ui.player.wave;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.peaks.PeakPyramid;
import app.partita.fault.Fault;
import app.partita.ui.player.wave.LanePicture.Rest;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class SpectrumPictureTest {

    private static final int RATE = 44_100;
    private static final int HEIGHT = 60;
    private static final int[] COLOURS = Viridis.pixels(1, Color.BLACK);

    private final Tone track = new Tone();
    private final SpectrumPicture picture = new SpectrumPicture(track);
    private final int[] pixels = new int[WaveTile.WIDTH * HEIGHT];

    @Test
    void aToneIsALightLineAsHighAsItSounds() throws Fault {
        finish(frame(0, 100));
        assertThat(brightestRow(100)).isBetween(12, 20);
        track.hertz = 8_000;
        picture.changed(0, Tone.FRAMES);
        finish(frame(0, 100));
        assertThat(brightestRow(100)).isGreaterThan(40);
    }

    @Test
    void silenceIsTheDarkestColourAndWhatIsUnknownIsNotPainted() throws Fault {
        track.hertz = 0;
        finish(frame(Tone.FRAMES - 100 * 128, 100));
        assertThat(pixels[10 * WaveTile.WIDTH + 50]).isEqualTo(COLOURS[0]);
        assertThat(pixels[10 * WaveTile.WIDTH + 200]).isZero();
    }

    @Test
    void whatWasSeenIsPaintedAtOnce() throws Fault {
        finish(frame(0, 100));
        int[] before = pixels.clone();
        assertThat(picture.paint(frame(0, 100), pixels)).isNull();
        assertThat(pixels).isEqualTo(before);
    }

    @Test
    void anotherZoomIsGuessedUntilItIsComputed() throws Fault {
        finish(frame(0, 100));
        Rest rest = picture.paint(frame(0, 50), pixels);
        assertThat(rest).isNotNull();
        assertThat(brightestRow(100)).isBetween(12, 20);
    }

    @Test
    void whatChangedIsComputedAnew() throws Fault {
        finish(frame(0, 100));
        picture.changed(Tone.FRAMES - 1, Tone.FRAMES);
        assertThat(picture.paint(frame(0, 100), pixels)).isNull();
        picture.changed(100, 200);
        assertThat(picture.paint(frame(0, 100), pixels)).isNotNull();
    }

    @Test
    void whatWasSeenLongAgoIsForgotten() throws Fault {
        finish(frame(0, 100));
        int tiles = (4 << 20) / (WaveTile.WIDTH * HEIGHT) + 1;
        for (int tile = 0; tile < tiles; tile++) {
            TileFrame frame = frame(tile, 90);
            Rest rest = picture.paint(frame, pixels);
            rest.compute().paint(pixels);
        }
        assertThat(picture.paint(frame(tiles - 1, 90), pixels)).isNull();
        assertThat(picture.paint(frame(0, 100), pixels)).isNotNull();
    }

    private void finish(TileFrame frame) throws Fault {
        picture.paint(frame, pixels).compute().paint(pixels);
    }

    private static TileFrame frame(double from, double framesPerPixel) {
        return new TileFrame(from, framesPerPixel, HEIGHT, new LaneStyle(Color.WHITE, 1, Color.BLACK, 1));
    }

    /** From the bottom. */
    private int brightestRow(int column) {
        int brightest = 0;
        for (int row = 0; row < HEIGHT; row++) {
            if (step(column, row) > step(column, brightest)) {
                brightest = row;
            }
        }
        assertThat(step(column, brightest)).isGreaterThan(200);
        return brightest;
    }

    private int step(int column, int row) {
        int pixel = pixels[(HEIGHT - 1 - row) * WaveTile.WIDTH + column];
        for (int step = 0; step < COLOURS.length; step++) {
            if (COLOURS[step] == pixel) {
                return step;
            }
        }
        throw new AssertionError("no colour of the scale: " + Integer.toHexString(pixel));
    }

    /** Two seconds of a sine, or of silence. */
    private static final class Tone implements Track {

        private static final int FRAMES = 256 * 345;

        private final PeakPyramid peaks = PeakPyramid.forLength(FRAMES);
        private double hertz = 1_000;

        Tone() {
            peaks.fill(0, new float[FRAMES], 1, FRAMES);
        }

        @Override
        public PeakPyramid peaks() {
            return peaks;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public void read(long frame, float[] interleaved, int frames) {
            for (int i = 0; i < frames; i++) {
                interleaved[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * (frame + i) / RATE));
            }
        }
    }
}
