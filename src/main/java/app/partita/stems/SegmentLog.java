package app.partita.stems;

import app.partita.fault.Fault;
import app.partita.files.Fsync;
import app.partita.stems.Stretches.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Which segments are in a song's work files for good, so that a separation that was interrupted goes on from there. For
 * use by one thread.
 *
 * <p>A segment counts when all that was written for it has reached the disk and a line in the journal says so. Until
 * then slots that were released stay as they are, since the segments in them may be wanted again.
 */
public final class SegmentLog implements AutoCloseable {

    /** Segments that may take room beside those that overlap: what is not written down yet, and what is changed. */
    public static final int MOST_WAITING = 5;

    /** After so many segments they are written down, however slow the disk is. */
    private static final int MOST_UNWRITTEN = MOST_WAITING - 1;
    /** Waiting for the disk takes no more than one part in so many of the time. */
    private static final int SHARE = 20;

    private final StemWorkFile stems;
    private final Path file;
    private final WorkJournal journal;
    private final FloatFile segments;
    private final StretchCopy before;
    private final SegmentSlots slots;
    private final KeptSegments kept;
    private final List<String> unwritten = new ArrayList<>();
    private boolean empty;
    private long dueAt = System.nanoTime();

    private SegmentLog(StemWorkFile stems, Path file, WorkJournal journal, FloatFile segments, StretchCopy before,
                       long floatsPerSlot) {
        this.stems = stems;
        this.file = file;
        this.journal = journal;
        this.segments = segments;
        this.before = before;
        this.kept = new KeptSegments(journal.found());
        this.empty = journal.found().isEmpty();
        this.slots = new SegmentSlots(segments, floatsPerSlot, kept.slots());
    }

    /**
     * Opens the log of stems, and goes on from it if it was kept for the same {@code key}; else the stems are emptied.
     *
     * @param key all that the stems depend on besides the song, in one line
     */
    static SegmentLog open(Path folder, String key, StemWorkFile stems, long floatsPerSlot) throws Fault {
        Path file = folder.resolve("journal");
        FloatFile segments = FloatFile.openOrCreate(folder.resolve("segments.f32"));
        var before = new StretchCopy(stems, FloatFile.openOrCreate(folder.resolve("before.f32")));
        try {
            WorkJournal journal = WorkJournal.open(file, key);
            if (journal.found().isEmpty()) {
                stems.empty();
                Fsync.folder(folder);
            }
            var log = new SegmentLog(stems, file, journal, segments, before, floatsPerSlot);
            log.putBack();
            return log;
        } catch (IOException cause) {
            try (segments; before) {
                throw cause instanceof Fault fault ? fault : DiskFault.writing(file, cause);
            }
        }
    }

    /** Where segments wait for others. */
    public SegmentSlots slots() {
        return slots;
    }

    /** The segments of a run over the song that were there at the beginning, each with the slot where it waits. */
    public SortedMap<Integer, OptionalInt> kept(int run) {
        return kept.of(run);
    }

    /** All that there is of a segment is in the files. */
    public void done(int run, int segment, OptionalInt slot) throws Fault {
        unwritten.add(KeptSegments.segment(run, segment, slot));
        // A later run changes what is there: the next segment must not change it twice.
        if (run > 0 || unwritten.size() >= MOST_UNWRITTEN || System.nanoTime() - dueAt >= 0) {
            write();
        }
    }

    /**
     * The frames {@code from} to before {@code to} of all stems are about to be changed by a segment of a later run:
     * if that is interrupted, they are put back.
     */
    public void changing(long from, long to) throws Fault {
        write();
        before.save(from, to);
        append(List.of(KeptSegments.changing(from, to)));
    }

    /** From now on all that was done so far is there for good. */
    public void write() throws Fault {
        if (unwritten.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        stems.force();
        segments.force();
        append(unwritten);
        unwritten.clear();
        empty = false;
        slots.freeReleased();
        long now = System.nanoTime();
        dueAt = now + SHARE * (now - began);
    }

    /** Whether no segment is there for good. */
    boolean isEmpty() {
        return empty;
    }

    @Override
    public void close() throws Fault {
        try (segments; before) {
            journal.close();
        } catch (Fault fault) {
            throw fault;
        } catch (IOException cause) {
            throw DiskFault.writing(file, cause);
        }
    }

    private void putBack() throws Fault {
        Optional<Stretch> changing = kept.changing();
        if (changing.isPresent()) {
            before.putBack(changing.get().from(), changing.get().to());
            stems.force();
        }
    }

    private void append(List<String> lines) throws Fault {
        try {
            journal.append(lines);
        } catch (IOException cause) {
            throw DiskFault.writing(file, cause);
        }
    }
}
