package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.List;

/**
 * Where the player's sound comes from: the stems of a song and the song itself, in step. Any thread may read, one at a
 * time for each of several readers; reading may wait for a disk.
 */
public interface SongSource extends AutoCloseable {

    /** The stems, in the order of their lanes; none if there is only the song. */
    List<StemKind> stems();

    /** Frames a second, of the stems and the original alike. */
    int sampleRate();

    /** Channels of a frame, of the stems and the original alike. */
    int channels();

    /** The length in frames: of a song that is still growing what is expected, exact once that is known. */
    long frames();

    /** What can be heard of the stems, of all of them alike. */
    Stretches ready();

    /** What can be heard of the original. */
    Stretches originalReady();

    /** What of the stems, or of the original, can be heard and will not change any more. */
    default Stretches lasting(Heard heard) {
        return heard == Heard.ORIGINAL ? originalReady() : ready();
    }

    /** Reads a stem: zeros where nothing is. {@code offset} counts floats. */
    void readStem(int stem, long frame, float[] interleaved, int offset, int frames) throws Fault;

    /** Reads the original: zeros where nothing is. {@code offset} counts floats. */
    void readOriginal(long frame, float[] interleaved, int offset, int frames) throws Fault;

    /** What sounds at {@code frame} and after is wanted first, as far as it is still to be made. */
    default void wantFirst(long frame) { }

    /** As {@link #wantFirst}, as it will be in the end. */
    default void wantLasting(long frame) {
        wantFirst(frame);
    }

    /** Gives back all files; what was made only for this source is deleted. */
    @Override
    void close();
}
