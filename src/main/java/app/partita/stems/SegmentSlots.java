package app.partita.stems;

import app.partita.fault.Fault;
import java.util.BitSet;

/**
 * Room in a work file for segments that still overlap with others to come: slots of one size, used again as they
 * become free. For use by one thread.
 */
public final class SegmentSlots {

    private final FloatFile file;
    private final long floatsPerSlot;
    private final BitSet taken;
    private final BitSet released = new BitSet();

    /** @param taken the slots that hold segments from before */
    SegmentSlots(FloatFile file, long floatsPerSlot, BitSet taken) {
        this.file = file;
        this.floatsPerSlot = floatsPerSlot;
        this.taken = taken;
    }

    /** A free slot, of undefined contents. */
    public int take() {
        int slot = taken.nextClearBit(0);
        taken.set(slot);
        return slot;
    }

    /** The slot is not needed any more; it stays as it is until {@link #freeReleased}. */
    public void release(int slot) {
        released.set(slot);
    }

    /** From now on what was released can be taken again. */
    void freeReleased() {
        taken.andNot(released);
        released.clear();
    }

    /** How many slots are in use. */
    public int taken() {
        return taken.cardinality() - released.cardinality();
    }

    /** Writes floats to a slot, from its {@code index}-th on. */
    public void write(int slot, long index, float[] source, int offset, int count) throws Fault {
        file.write(place(slot, index, count), source, offset, count);
    }

    /** Reads floats of a slot, from its {@code index}-th on. */
    public void read(int slot, long index, float[] target, int offset, int count) throws Fault {
        file.read(place(slot, index, count), target, offset, count);
    }

    private long place(int slot, long index, int count) {
        if (!taken.get(slot) || index < 0 || index + count > floatsPerSlot) {
            throw new IndexOutOfBoundsException("slot " + slot + ", " + count + " floats at " + index);
        }
        return slot * floatsPerSlot + index;
    }
}
