package app.partita.ui.player;

import app.partita.player.SongSource;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.ArrayList;
import java.util.List;

/** Five minutes that look like a song, computed wherever they are read; as much of the stems is there as is said. */
public final class SyntheticSong implements SongSource {

    public static final int RATE = 44_100;
    public static final double BPM = 126;

    private static final double BEAT = 60 / BPM;

    public final List<Long> wanted = new ArrayList<>();
    public volatile Stretches ready;
    public volatile boolean closed;
    private final long frames;
    private final List<StemKind> stems;

    public SyntheticSong(double seconds, List<StemKind> stems) {
        frames = Math.round(seconds * RATE);
        this.stems = stems;
        ready = stems.isEmpty() ? Stretches.NONE : Stretches.NONE.with(0, frames);
    }

    /** The four stems of a song as long as that. */
    public static SyntheticSong of(double seconds) {
        return new SyntheticSong(seconds, List.of(StemKind.VOCALS, StemKind.DRUMS, StemKind.BASS, StemKind.OTHER));
    }

    @Override
    public List<StemKind> stems() {
        return stems;
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
        return frames;
    }

    @Override
    public Stretches ready() {
        return ready;
    }

    @Override
    public Stretches originalReady() {
        return Stretches.NONE.with(0, frames);
    }

    @Override
    public void readStem(int stem, long frame, float[] interleaved, int offset, int count) {
        Stretches now = ready;
        for (int i = 0; i < count; i++) {
            boolean there = now.endOf(frame + i) > frame + i && frame + i < frames;
            float sample = there ? sample(stems.get(stem), frame + i) : 0;
            interleaved[offset + 2 * i] = sample;
            interleaved[offset + 2 * i + 1] = sample;
        }
    }

    @Override
    public void readOriginal(long frame, float[] interleaved, int offset, int count) {
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (StemKind kind : List.of(StemKind.VOCALS, StemKind.DRUMS, StemKind.BASS, StemKind.OTHER)) {
                sum += frame + i < frames ? sample(kind, frame + i) : 0;
            }
            interleaved[offset + 2 * i] = sum;
            interleaved[offset + 2 * i + 1] = sum;
        }
    }

    @Override
    public void wantFirst(long frame) {
        wanted.add(frame);
    }

    @Override
    public void close() {
        closed = true;
    }

    private static float sample(StemKind kind, long frame) {
        double second = (double) frame / RATE;
        double part = second % 60 / 60;
        double noise = noise(frame);
        return (float) switch (kind) {
            case DRUMS -> {
                double since = second % BEAT;
                double hit = (long) (second / BEAT) % 8 == 5 ? 0.15 : 0.55;
                yield part > 0.9 ? 0 : hit * noise * Math.exp(-since * 14) * (1 - 0.4 * noise(frame / 50_000));
            }
            case BASS -> part > 0.35 && part < 0.8 ? 0.3 * tone(second, 55) * (0.7 + 0.3 * tone(second, 0.7)) : 0;
            case VOCALS -> {
                double phrase = second % 7.6;
                yield phrase < 4.1 && part > 0.15
                        ? 0.34 * tone(second, 220) * Math.pow(Math.sin(Math.PI * (phrase % 1.37) / 1.37), 2) : 0;
            }
            default -> 0.1 * (tone(second, 330) + 0.5 * noise) * (0.6 + 0.4 * tone(second, 0.11));
        };
    }

    /** A triangle, which is quick to compute. */
    private static double tone(double second, double hertz) {
        double turn = second * hertz;
        return 4 * Math.abs(turn - Math.rint(turn)) - 1;
    }

    private static double noise(long frame) {
        long mixed = frame * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 31;
        mixed *= 0xBF58476D1CE4E5B9L;
        return (mixed >> 40) / (double) (1 << 23);
    }
}
