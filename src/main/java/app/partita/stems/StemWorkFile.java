package app.partita.stems;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The stems of a song while they are being made: a headerless file of interleaved floats for each, filled in any order,
 * and what is known of which stretches are there. One thread writes; any thread may read.
 *
 * <p>What can be heard is always in place in these files: where segments overlap and only one is there yet, its own
 * sound stands in until the final sum is written over it.
 */
public final class StemWorkFile implements AutoCloseable {

    private final Path folder;
    private final List<StemKind> stems;
    private final int channels;
    private final int sampleRate;
    private final List<Open> open = new ArrayList<>();
    private final List<FloatFile> writers = new ArrayList<>();
    private final List<FloatFile> readers = new ArrayList<>();
    private volatile Stretches ready = Stretches.NONE;
    private volatile Stretches settled = Stretches.NONE;
    private volatile long length = -1;
    private SegmentLog log;
    private boolean kept;

    @FunctionalInterface
    private interface Open {

        void close() throws Fault;
    }

    private StemWorkFile(Path folder, List<StemKind> stems, int channels, int sampleRate) {
        this.folder = folder;
        this.stems = List.copyOf(stems);
        this.channels = channels;
        this.sampleRate = sampleRate;
    }

    /**
     * Opens the files in a folder, which is made if it is missing, as they were kept there, or starts empty ones.
     *
     * @param stems in the order of the network's outputs
     */
    public static StemWorkFile open(Path folder, List<StemKind> stems, int channels, int sampleRate) throws Fault {
        var work = new StemWorkFile(folder, stems, channels, sampleRate);
        try {
            Files.createDirectories(folder);
        } catch (IOException cause) {
            throw DiskFault.writing(folder, cause);
        }
        try {
            for (StemKind stem : stems) {
                FloatFile writer = FloatFile.openOrCreate(work.file(stem));
                work.open.add(writer::close);
                work.writers.add(writer);
                FloatFile reader = FloatFile.open(work.file(stem));
                work.open.add(reader::close);
                work.readers.add(reader);
            }
            return work;
        } catch (Fault fault) {
            work.closeAfter(fault);
            throw fault;
        }
    }

    /** In the order of the network's outputs. */
    public List<StemKind> stems() {
        return stems;
    }

    /** How many channels a frame has. */
    public int channels() {
        return channels;
    }

    /** Frames a second. */
    public int sampleRate() {
        return sampleRate;
    }

    /** The file of one stem: interleaved little-endian floats, without holes once {@link #length} is known. */
    public Path file(StemKind stem) {
        return folder.resolve(stem.id() + ".f32");
    }

    /** Stretches that can be heard. */
    public Stretches ready() {
        return ready;
    }

    /** Stretches that will not change any more. */
    public Stretches settled() {
        return settled;
    }

    /** The length in frames, known once all is settled. */
    public OptionalLong length() {
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** Reads a stem, interleaved: as good as it is by now, zeros where nothing is. {@code offset} counts floats. */
    public void read(int stem, long frame, float[] interleaved, int offset, int frames) throws Fault {
        readers.get(stem).read(frame * channels, interleaved, offset, frames * channels);
    }

    /** Writes a stem, interleaved; {@code offset} counts floats. */
    public void write(int stem, long frame, float[] interleaved, int offset, int frames) throws Fault {
        writers.get(stem).write(frame * channels, interleaved, offset, frames * channels);
    }

    /** The frames {@code from} to before {@code to} of all stems can be heard from now on. */
    public void markReady(long from, long to) {
        ready = ready.with(from, to);
    }

    /** The frames {@code from} to before {@code to} of all stems are final from now on. */
    public void markSettled(long from, long to) {
        settled = settled.with(from, to);
    }

    /** All is settled: the stems are exactly that long. */
    public void complete(long frames) throws Fault {
        for (FloatFile writer : writers) {
            writer.resize(frames * channels);
        }
        length = frames;
        ready = settled;
    }

    /**
     * Opens the log of the segments that are in these files, to be asked for once, before anything is written.
     *
     * @param key all that the stems depend on besides the song, in one line: what was kept for another one is emptied
     */
    public SegmentLog openLog(String key, long floatsPerSlot) throws Fault {
        log = SegmentLog.open(folder, key, this, floatsPerSlot);
        open.add(log::close);
        return log;
    }

    /** The files stay when this is closed, if anything in them is for good; tells whether it is. */
    public boolean keep() {
        kept = log != null && !log.isEmpty();
        return kept;
    }

    void empty() throws Fault {
        for (FloatFile writer : writers) {
            writer.resize(0);
        }
    }

    /** Brings all that was written through a loss of power. */
    void force() throws Fault {
        for (FloatFile writer : writers) {
            writer.force();
        }
    }

    /** Closes the files and, unless they are kept, deletes them with the folder. */
    @Override
    public void close() throws Fault {
        Fault first = null;
        for (Open file : open) {
            try {
                file.close();
            } catch (Fault fault) {
                first = first == null ? fault : first;
            }
        }
        try {
            if (!kept) {
                FileTrees.delete(folder);
            }
        } catch (IOException cause) {
            first = first == null ? DiskFault.writing(folder, cause) : first;
        }
        if (first != null) {
            throw first;
        }
    }

    private void closeAfter(Fault fault) {
        try {
            close();
        } catch (Fault second) {
            fault.addSuppressed(second);
        }
    }
}
