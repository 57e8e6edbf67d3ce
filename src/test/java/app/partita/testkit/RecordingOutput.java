package app.partita.testkit;

import app.partita.player.AudioOutput;
import app.partita.player.AudioSink;
import app.partita.player.NoDeviceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A device that keeps what it plays: some times faster than a real one, and no more than the test lets pass. */
public final class RecordingOutput implements AudioOutput {

    private static final long PATIENCE_SECONDS = 20;
    private static final long FASTER = 5;

    private final List<String> devices = List.of("first", "second");
    private final List<String> openings = new ArrayList<>();
    private float[] heard = new float[0];
    private int length;
    private long allowed;
    private boolean lost;

    @Override
    public List<String> devices() {
        return devices;
    }

    /** What was opened, as device, rate and channels. */
    public synchronized List<String> openings() {
        return List.copyOf(openings);
    }

    /** So many frames more may pass. */
    public synchronized void let(long frames) {
        allowed += frames;
        notifyAll();
    }

    /** Everything that was played so far, interleaved. */
    public synchronized float[] heard() {
        return Arrays.copyOf(heard, length);
    }

    /** No device is there any more, or they are there again. */
    public synchronized void unplug(boolean gone) {
        lost = gone;
        notifyAll();
    }

    /** Waits until so many samples were played that are not silent. */
    public synchronized void awaitSound(int samples) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (sounding() < samples) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("only " + sounding() + " of " + samples + " samples sounded");
            }
            wait(left);
        }
    }

    private int sounding() {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += heard[i] != 0 ? 1 : 0;
        }
        return count;
    }

    @Override
    public synchronized AudioSink open(String device, int sampleRate, int channels) throws NoDeviceException {
        if (lost || !device.isEmpty() && !devices.contains(device)) {
            throw new NoDeviceException(device + " is not there");
        }
        openings.add(device + " " + sampleRate + " " + channels);
        return new Sink(sampleRate, channels);
    }

    private synchronized void take(float[] interleaved, int frames, int channels) throws NoDeviceException {
        while (allowed < frames && !lost) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new NoDeviceException("interrupted", e);
            }
        }
        if (lost) {
            throw new NoDeviceException("unplugged");
        }
        allowed -= frames;
        int count = frames * channels;
        if (heard.length < length + count) {
            heard = Arrays.copyOf(heard, 2 * (length + count));
        }
        System.arraycopy(interleaved, 0, heard, length, count);
        length += count;
        notifyAll();
    }

    private final class Sink implements AudioSink {

        private final int sampleRate;
        private final int channels;

        Sink(int sampleRate, int channels) {
            this.sampleRate = sampleRate;
            this.channels = channels;
        }

        @Override
        public void write(float[] interleaved, int frames) throws NoDeviceException {
            take(interleaved, frames, channels);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(frames) / sampleRate / FASTER);
        }

        @Override
        public long pending() {
            return 0;
        }

        @Override
        public void close() { }
    }
}
