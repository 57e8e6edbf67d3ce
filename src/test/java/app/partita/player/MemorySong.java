package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A song in memory, of noise, whose stems sum to it; how much of it is there is for the test to say. */
final class MemorySong implements SongSource {

    static final int RATE = 8000;
    static final int CHANNELS = 2;
    static final List<StemKind> STEMS = List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER, StemKind.VOCALS);

    final float[][] stems;
    final float[] original;
    private final long frames;
    private final int rate;
    volatile Stretches ready;
    /** What will not change any more; null for all that is ready. */
    volatile Stretches lasting;
    volatile long wanted = -1;
    volatile boolean closed;
    volatile Fault broken;

    MemorySong(int frames) {
        this(frames, new Random(frames), RATE);
    }

    MemorySong(int frames, Random random) {
        this(frames, random, RATE);
    }

    /** One of another rate. */
    MemorySong(int frames, int rate) {
        this(frames, new Random(frames), rate);
    }

    private MemorySong(int frames, Random random, int rate) {
        this.frames = frames;
        this.rate = rate;
        ready = Stretches.NONE.with(0, frames);
        stems = new float[STEMS.size()][frames * CHANNELS];
        original = new float[frames * CHANNELS];
        for (float[] stem : stems) {
            for (int i = 0; i < stem.length; i++) {
                stem[i] = (random.nextFloat() - 0.5f) / 4;
                original[i] += stem[i];
            }
        }
    }

    /** The original's samples of some frames; zeros after the end. */
    float[] at(long frame, int count) {
        float[] part = new float[count * CHANNELS];
        int there = (int) Math.clamp(frames - frame, 0, count);
        System.arraycopy(original, (int) Math.min(frame, frames) * CHANNELS, part, 0, there * CHANNELS);
        return part;
    }

    @Override
    public List<StemKind> stems() {
        return STEMS;
    }

    @Override
    public int sampleRate() {
        return rate;
    }

    @Override
    public int channels() {
        return CHANNELS;
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
    public Stretches lasting(Heard heard) {
        return lasting == null ? SongSource.super.lasting(heard) : lasting;
    }

    @Override
    public Stretches originalReady() {
        return Stretches.NONE.with(0, frames);
    }

    @Override
    public void readStem(int stem, long frame, float[] interleaved, int offset, int count) throws Fault {
        read(stems[stem], frame, interleaved, offset, count);
        for (int i = 0; i < count; i++) {
            if (ready.endOf(frame + i) == frame + i) {
                Arrays.fill(interleaved, offset + i * CHANNELS, offset + (i + 1) * CHANNELS, 0);
            }
        }
    }

    @Override
    public void readOriginal(long frame, float[] interleaved, int offset, int count) throws Fault {
        read(original, frame, interleaved, offset, count);
    }

    private void read(float[] from, long frame, float[] interleaved, int offset, int count) throws Fault {
        if (broken != null) {
            throw broken;
        }
        Arrays.fill(interleaved, offset, offset + count * CHANNELS, 0);
        int there = (int) Math.clamp(frames - frame, 0, count);
        System.arraycopy(from, (int) Math.min(frame, frames) * CHANNELS, interleaved, offset, there * CHANNELS);
    }

    @Override
    public void wantFirst(long frame) {
        wanted = frame;
    }

    @Override
    public void close() {
        closed = true;
    }
}
