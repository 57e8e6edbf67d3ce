package app.partita.audio;

import app.partita.fault.Fault;
import java.util.List;

/**
 * A stream of decoded sound: interleaved floats, full scale ±1, pulled by its one caller.
 */
public interface PcmReader extends AutoCloseable {

    /** Frames a second of what {@link #read} gives. */
    int sampleRate();

    /** Channels of what {@link #read} gives. */
    int channels();

    /**
     * Reads some frames, blocking until there is at least one.
     *
     * @param interleaved where they go
     * @param offset      index of the first float to fill
     * @param frames      how many frames there is room for, at least 1
     * @return the frames read, more than 0, or −1 at the end of the song
     * @throws Fault if the song cannot be decoded, or ends early of what its format declared
     * @throws java.util.concurrent.CancellationException if {@link #close} was called meanwhile
     */
    int read(float[] interleaved, int offset, int frames) throws Fault;

    /** What the decoder complained of but survived; complete once the end was read. */
    List<String> warnings();

    /** Ends the decoder at once. May be called from any thread, and again. */
    @Override
    void close();
}
