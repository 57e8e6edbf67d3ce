package app.partita.audio;

import app.partita.fault.Fault;

/**
 * A sound file being written, fed with interleaved floats, full scale ±1, by its one caller.
 */
public interface PcmWriter extends AutoCloseable {

    /**
     * Appends frames.
     *
     * @param interleaved where they are
     * @param offset      index of the first float
     * @param frames      how many frames, 0 or more
     * @throws Fault if the file cannot be written, for instance because the disk is full
     * @throws java.util.concurrent.CancellationException if {@link #close} was called meanwhile
     */
    void write(float[] interleaved, int offset, int frames) throws Fault;

    /** Completes the file; after this it is whole. */
    ClipReport finish() throws Fault;

    /** Without {@link #finish}: ends the encoder and deletes the file. May be called from any thread, and again. */
    @Override
    void close();
}
