package app.partita.player;

import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.SourceDataLine;

/** An open line of the system, of 16 or 24 bits. */
final class JavaSoundSink implements AudioSink {

    private static final long POLL_NANOS = 2_000_000;
    /**
     * A line that takes nothing is gone: not every system says so. It is looked at for two seconds, but longer where
     * this thread hardly gets a turn, since then the sound server gets none either.
     */
    private static final int MOST_LOOKS = 1000;
    /** Channels beyond two are heard on both sides, a little softer. */
    private static final float FOLDED = (float) Math.sqrt(0.5);

    private final SourceDataLine line;
    private final int channels;
    private final int width;
    private final int frameBytes;
    private final int sampleBytes;
    private final float scale;
    private byte[] bytes = new byte[0];

    /** @param channels of what is written; the line has as many, or two */
    JavaSoundSink(SourceDataLine line, int channels) {
        this.line = line;
        this.channels = channels;
        width = line.getFormat().getChannels();
        frameBytes = line.getFormat().getFrameSize();
        sampleBytes = frameBytes / width;
        scale = 1 << (line.getFormat().getSampleSizeInBits() - 1);
    }

    @Override
    public void write(float[] interleaved, int frames) throws NoDeviceException {
        if (bytes.length < frames * frameBytes) {
            bytes = new byte[frames * frameBytes];
        }
        encode(interleaved, frames);
        int count = frames * frameBytes;
        for (int done = 0; done < count; ) {
            int room = Math.min(awaitRoom(), count - done);
            int taken = line.write(bytes, done, room);
            if (taken < room) {
                throw new NoDeviceException("the line took " + taken + " of " + room + " bytes");
            }
            done += taken;
        }
    }

    /** Waits by itself: the line's own waiting has no end when its device is gone. */
    private int awaitRoom() throws NoDeviceException {
        int room = line.available();
        for (int looks = 0; room < frameBytes; looks++) {
            if (!line.isOpen() || looks > MOST_LOOKS) {
                throw new NoDeviceException("the line takes nothing any more");
            }
            LockSupport.parkNanos(this, POLL_NANOS);
            room = line.available();
        }
        return room - room % frameBytes;
    }

    private void encode(float[] interleaved, int frames) {
        for (int frame = 0, at = 0; frame < frames; frame++) {
            for (int channel = 0; channel < width; channel++, at += sampleBytes) {
                put(value(interleaved, frame, channel), at);
            }
        }
    }

    private float value(float[] interleaved, int frame, int channel) {
        int from = frame * channels;
        if (width == channels) {
            return interleaved[from + channel];
        }
        float value = interleaved[from + Math.min(channel, channels - 1)];
        for (int other = width; other < channels; other++) {
            value += FOLDED * interleaved[from + other];
        }
        return value;
    }

    private void put(float value, int at) {
        int whole = Math.round(Math.clamp(value * scale, -scale, scale - 1));
        for (int i = 0; i < sampleBytes; i++) {
            bytes[at + i] = (byte) (whole >> (8 * i));
        }
    }

    @Override
    public long pending() {
        return (line.getBufferSize() - line.available()) / frameBytes;
    }

    @Override
    public void close() {
        line.close();
    }
}
