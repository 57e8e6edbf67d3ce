package app.partita.bench;

import app.partita.player.AudioOutput;
import app.partita.player.AudioSink;
import app.partita.player.StemPlayer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A device that nobody hears, in the time of a real one; it tells when the first sound was given to it. */
public final class ClockedOutput implements AudioOutput {

    private static final double NANOS = 1e9;
    private static final double BUFFER_SECONDS = 0.15;

    private volatile long firstSound;
    private volatile boolean sounding;

    /** Waits for the next sound from now on. */
    void listen() {
        firstSound = 0;
    }

    /** When it came, as {@link System#nanoTime}; 0 if it did not yet. */
    long firstSound() {
        return firstSound;
    }

    /** Sends a player elsewhere, where nothing is yet, and returns when what sounded has faded out. */
    void quiet(StemPlayer player, long frame) {
        player.seek(frame);
        while (sounding) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public List<String> devices() {
        return List.of();
    }

    @Override
    public AudioSink open(String device, int sampleRate, int channels) {
        return new Sink(sampleRate, channels);
    }

    private final class Sink implements AudioSink {

        private final int sampleRate;
        private final int channels;
        private final long begun = System.nanoTime();
        private long taken;

        Sink(int sampleRate, int channels) {
            this.sampleRate = sampleRate;
            this.channels = channels;
        }

        @Override
        public void write(float[] interleaved, int frames) {
            boolean silent = true;
            for (int i = 0; i < frames * channels && silent; i++) {
                silent = interleaved[i] == 0;
            }
            sounding = !silent;
            if (!silent && firstSound == 0) {
                firstSound = System.nanoTime();
            }
            taken = Math.max(taken, heard()) + frames;
            while (taken - heard() > BUFFER_SECONDS * sampleRate) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        private long heard() {
            return (long) ((System.nanoTime() - begun) / NANOS * sampleRate);
        }

        @Override
        public long pending() {
            return Math.max(0, taken - heard());
        }

        @Override
        public void close() { }
    }
}
