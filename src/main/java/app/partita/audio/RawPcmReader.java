package app.partita.audio;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** A headerless file of interleaved little-endian floats, read as it is. */
final class RawPcmReader implements PcmReader {

    private static final int BLOCK_BYTES = 256 * 1024;

    private final Path file;
    private final int channels;
    private final int rate;
    private final FileChannel channel;
    private final ByteBuffer block;

    RawPcmReader(Path file, int channels, int rate) throws Fault {
        this.file = file;
        this.channels = channels;
        this.rate = rate;
        int frameBytes = Float.BYTES * channels;
        this.block = ByteBuffer.allocate(Math.max(1, BLOCK_BYTES / frameBytes) * frameBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        try {
            this.channel = FileChannel.open(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int sampleRate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public int read(float[] interleaved, int offset, int frames) throws Fault {
        int frameBytes = Float.BYTES * channels;
        block.clear().limit(Math.min(block.capacity(), Math.multiplyExact(frames, frameBytes)));
        try {
            while (block.hasRemaining() && channel.read(block) >= 0) {
                continue;
            }
        } catch (ClosedChannelException e) {
            throw new CancellationException();
        } catch (IOException e) {
            throw unreadable(e);
        }
        int got = block.position() / frameBytes;
        block.rewind().asFloatBuffer().get(interleaved, offset, got * channels);
        return got == 0 ? -1 : got;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(RawPcmReader.class.getName()).log(System.Logger.Level.DEBUG, "closing " + file, e);
        }
    }

    private Fault unreadable(IOException behind) {
        return new Fault("The working file " + file + " cannot be read.", "Try again.", behind);
    }
}
