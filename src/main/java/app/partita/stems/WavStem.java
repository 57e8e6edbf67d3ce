package app.partita.stems;

import app.partita.audio.WavLayout;
import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/** A finished stem's WAV file, read in place at any place. Several threads may use it, one after the other. */
public final class WavStem implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Lock mayBeOpen;
    private final Consumer<WavStem> whenClosed;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private WavLayout layout;
    private FileChannel channel;

    WavStem(Path file, Lock mayBeOpen, Consumer<WavStem> whenClosed) {
        this.file = file;
        this.mayBeOpen = mayBeOpen;
        this.whenClosed = whenClosed;
    }

    Path file() {
        return file;
    }

    public int sampleRate() {
        return layout.sampleRate();
    }

    public int channels() {
        return layout.channels();
    }

    /** Its length in frames. */
    public long frames() {
        return layout.frames();
    }

    void open() throws Fault {
        mayBeOpen.lock();
        try {
            ensureOpen();
        } catch (IOException cause) {
            throw DiskFault.reading(file, cause);
        } finally {
            mayBeOpen.unlock();
        }
    }

    /** Reads frames, interleaved; those after the end are zeros. {@code offset} counts floats. */
    public void read(long frame, float[] interleaved, int offset, int frames) throws Fault {
        mayBeOpen.lock();
        try {
            synchronized (this) {
                ensureOpen();
                int there = (int) Math.clamp(layout.frames() - frame, 0, frames);
                readThere(frame, interleaved, offset, there);
                Arrays.fill(interleaved, offset + there * channels(), offset + frames * channels(), 0);
            }
        } catch (IOException cause) {
            throw DiskFault.reading(file, cause);
        } finally {
            mayBeOpen.unlock();
        }
    }

    private void readThere(long frame, float[] interleaved, int offset, int frames) throws IOException {
        int most = BUFFER_BYTES / layout.frameBytes();
        for (int done = 0; done < frames; ) {
            int part = Math.min(most, frames - done);
            bytes.clear().limit(part * layout.frameBytes());
            long place = layout.start() + (frame + done) * layout.frameBytes();
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place + bytes.position()) < 0) {
                    throw new IOException("the file became shorter");
                }
            }
            layout.decode(bytes, interleaved, offset + done * channels(), part * channels());
            done += part;
        }
    }

    private synchronized void ensureOpen() throws IOException {
        if (channel != null) {
            return;
        }
        FileChannel opened = FileChannel.open(file, StandardOpenOption.READ);
        try {
            WavLayout now = WavLayout.of(opened);
            if (layout != null && !(now.sampleRate() == sampleRate() && now.channels() == channels()
                    && now.frames() == frames())) {
                throw new IOException("it is another recording than before");
            }
            layout = now;
            channel = opened;
        } finally {
            if (channel == null) {
                opened.close();
            }
        }
    }

    /** Closes the file until it is read again. */
    synchronized void rest() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException cause) {
            System.getLogger(WavStem.class.getName()).log(System.Logger.Level.WARNING, "a stem could not be closed", cause);
        } finally {
            channel = null;
        }
    }

    @Override
    public void close() {
        whenClosed.accept(this);
        rest();
    }
}
