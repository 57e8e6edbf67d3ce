package app.partita.ui;

import app.partita.player.SongSource;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.List;
import java.util.Random;

/** Five minutes of bursts of noise in every stem, as quick to read as a file that the system has in memory. */
final class LoudSong implements SongSource {

    private static final int RATE = 44_100;
    private static final long FRAMES = 302L * RATE;
    private static final int PATTERN = 10 * RATE;
    private static final List<StemKind> STEMS = List.of(StemKind.VOCALS, StemKind.DRUMS, StemKind.BASS, StemKind.OTHER,
            StemKind.GUITAR);

    private final float[] pattern = new float[2 * PATTERN];

    LoudSong() {
        Random random = new Random(1);
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (float) (random.nextGaussian() * 0.2 * Math.exp(-(i % (2 * RATE / 3)) * 4.0 / RATE));
        }
    }

    @Override
    public List<StemKind> stems() {
        return STEMS;
    }

    @Override
    public int sampleRate() {
        return RATE;
    }

    @Override
    public int channels() {
        return 2;
    }

    @Override
    public long frames() {
        return FRAMES;
    }

    @Override
    public Stretches ready() {
        return Stretches.NONE.with(0, FRAMES);
    }

    @Override
    public Stretches originalReady() {
        return ready();
    }

    @Override
    public void readStem(int stem, long frame, float[] interleaved, int offset, int frames) {
        readOriginal(frame + 7L * RATE * stem, interleaved, offset, frames);
    }

    @Override
    public void readOriginal(long frame, float[] interleaved, int offset, int frames) {
        for (int done = 0; done < frames; ) {
            int from = (int) ((frame + done) % PATTERN);
            int count = Math.min(frames - done, PATTERN - from);
            System.arraycopy(pattern, 2 * from, interleaved, offset + 2 * done, 2 * count);
            done += count;
        }
    }

    @Override
    public void close() { }
}
