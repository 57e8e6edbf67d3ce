package app.partita.stems;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

/**
 * A headerless file of little-endian floats, read and written at any place through one small buffer. Several threads
 * may use it, one after the other.
 *
 * <p>An interrupted thread gets a {@link CancellationException}; the file stays usable for all others.
 */
final class FloatFile implements AutoCloseable {

    private static final int BUFFER_FLOATS = 16_384;

    private final Path path;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER_FLOATS * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    private FileChannel channel;
    private boolean closed;

    private FloatFile(Path path) {
        this.path = path;
    }

    /** An empty file; an existing one is emptied. */
    static FloatFile create(Path path) throws Fault {
        var file = new FloatFile(path);
        try {
            file.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException cause) {
            throw DiskFault.writing(path, cause);
        }
        return file;
    }

    /** A file as it is, or an empty one if there is none. */
    static FloatFile openOrCreate(Path path) throws Fault {
        var file = new FloatFile(path);
        try {
            file.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException cause) {
            throw DiskFault.writing(path, cause);
        }
        return file;
    }

    /** A second door to an existing file, so that its reader need not wait for its writer. */
    static FloatFile open(Path path) throws Fault {
        var file = new FloatFile(path);
        try {
            file.reopen();
        } catch (IOException cause) {
            throw DiskFault.reading(path, cause);
        }
        return file;
    }

    Path path() {
        return path;
    }

    /** Writes floats from {@code index} on; the file grows as needed. */
    synchronized void write(long index, float[] source, int offset, int count) throws Fault {
        try {
            for (int done = 0; done < count; ) {
                int part = Math.min(BUFFER_FLOATS, count - done);
                bytes.clear().limit(part * Float.BYTES);
                bytes.asFloatBuffer().put(source, offset + done, part);
                long place = (index + done) * Float.BYTES;
                while (bytes.hasRemaining()) {
                    place += usable().write(bytes, place);
                }
                done += part;
            }
        } catch (ClosedByInterruptException cause) {
            throw interrupted(cause);
        } catch (IOException cause) {
            throw DiskFault.writing(path, cause);
        }
    }

    /** Reads floats from {@code index} on; those after the end of the file are zeros. */
    synchronized void read(long index, float[] target, int offset, int count) throws Fault {
        try {
            for (int done = 0; done < count; ) {
                int part = Math.min(BUFFER_FLOATS, count - done);
                bytes.clear().limit(part * Float.BYTES);
                long place = (index + done) * Float.BYTES;
                int got = 0;
                while (bytes.hasRemaining() && got >= 0) {
                    got = usable().read(bytes, place + bytes.position());
                }
                while (bytes.hasRemaining()) {
                    bytes.put((byte) 0);
                }
                bytes.flip().asFloatBuffer().get(target, offset + done, part);
                done += part;
            }
        } catch (ClosedByInterruptException cause) {
            throw interrupted(cause);
        } catch (IOException cause) {
            throw DiskFault.reading(path, cause);
        }
    }

    /** Makes the file exactly that many floats long; what is new reads as zeros. */
    synchronized void resize(long floats) throws Fault {
        long size = floats * Float.BYTES;
        try {
            if (usable().size() > size) {
                usable().truncate(size);
            } else if (usable().size() < size) {
                usable().write(ByteBuffer.allocate(1), size - 1);
            }
        } catch (ClosedByInterruptException cause) {
            throw interrupted(cause);
        } catch (IOException cause) {
            throw DiskFault.writing(path, cause);
        }
    }

    /** Brings what was written through a loss of power. */
    synchronized void force() throws Fault {
        try {
            usable().force(false);
        } catch (ClosedByInterruptException cause) {
            throw interrupted(cause);
        } catch (IOException cause) {
            throw DiskFault.writing(path, cause);
        }
    }

    @Override
    public synchronized void close() throws Fault {
        closed = true;
        try {
            channel.close();
        } catch (IOException cause) {
            throw DiskFault.writing(path, cause);
        }
    }

    private FileChannel usable() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            // Asking first spares the channel: an interrupt inside a transfer would close it for every thread.
            throw new ClosedByInterruptException();
        }
        if (!channel.isOpen() && !closed) {
            reopen();
        }
        return channel;
    }

    private void reopen() throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private CancellationException interrupted(ClosedByInterruptException cause) {
        var cancellation = new CancellationException("interrupted at " + path.getFileName());
        cancellation.initCause(cause);
        return cancellation;
    }
}
