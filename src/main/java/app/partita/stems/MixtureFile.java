package app.partita.stems;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * The decoded mixture in a work file of interleaved floats: one thread appends while others read what is there.
 */
public final class MixtureFile implements AutoCloseable {

    private MixtureFile() {
    }

    /** Starts an empty file; an existing one is overwritten. */
    public static MixtureFile create(Path file, int channels) throws Fault {
        throw new UnsupportedOperationException();
    }

    public int channels() {
        throw new UnsupportedOperationException();
    }

    /** How many frames to expect by the container's figure, for progress only. */
    public void expect(long frames) {
        throw new UnsupportedOperationException();
    }

    /** The length if known, else the larger of what is there and what is expected. */
    public long expectedFrames() {
        throw new UnsupportedOperationException();
    }

    /** Appends frames; {@code offset} counts floats. */
    public void append(float[] interleaved, int offset, int frames) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** The song is here to its end. */
    public void complete() {
        throw new UnsupportedOperationException();
    }

    /** There will be no more, because of this: waiting readers fail with it. */
    public void fail(Fault why) {
        throw new UnsupportedOperationException();
    }

    /** How many frames can be read. */
    public long frames() {
        throw new UnsupportedOperationException();
    }

    /** The song's length in frames, known once {@link #complete} was called. */
    public OptionalLong length() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until that many frames are there or the song ended.
     *
     * @return the frames there: fewer than {@code wanted} only at the end of the song
     * @throws Fault what was given to {@link #fail}
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true, asked every 100 ms and
     *                                                    oftener, or when the thread is interrupted
     */
    public long awaitFrames(long wanted, BooleanSupplier cancelled) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Reads frames interleaved; what lies outside of what is there reads as zeros. {@code offset} counts floats. */
    public void read(long frame, float[] interleaved, int offset, int frames) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Reads frames planar, {@code channels × frames}; what lies outside of what is there reads as zeros. */
    public void readPlanar(long frame, float[] planar, int frames) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Closes and deletes the file. */
    @Override
    public void close() throws Fault {
        throw new UnsupportedOperationException();
    }
}
