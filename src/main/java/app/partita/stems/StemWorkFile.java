package app.partita.stems;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The stems of a song while they are being made: a headerless file of interleaved floats for each, filled in any order,
 * and what is known of which stretches are there. One thread writes; any thread may read.
 */
public final class StemWorkFile implements AutoCloseable {

    private StemWorkFile() {
    }

    /**
     * Starts empty files in a folder, which is created if it is missing.
     *
     * @param stems in the order of the network's outputs
     */
    public static StemWorkFile create(Path folder, List<StemKind> stems, int channels, int sampleRate) throws Fault {
        throw new UnsupportedOperationException();
    }

    public List<StemKind> stems() {
        throw new UnsupportedOperationException();
    }

    public int channels() {
        throw new UnsupportedOperationException();
    }

    public int sampleRate() {
        throw new UnsupportedOperationException();
    }

    /** The file of one stem: interleaved little-endian floats. */
    public Path file(StemKind stem) {
        throw new UnsupportedOperationException();
    }

    /** Stretches that can be heard. */
    public Stretches ready() {
        throw new UnsupportedOperationException();
    }

    /** Stretches that will not change any more. */
    public Stretches settled() {
        throw new UnsupportedOperationException();
    }

    /** The length in frames, known once all is settled. */
    public OptionalLong length() {
        throw new UnsupportedOperationException();
    }

    /** Reads a stem, interleaved: as good as it is by now, zeros where nothing is. {@code offset} counts floats. */
    public void read(int stem, long frame, float[] interleaved, int offset, int frames) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Closes and deletes the files. */
    @Override
    public void close() throws Fault {
        throw new UnsupportedOperationException();
    }
}
