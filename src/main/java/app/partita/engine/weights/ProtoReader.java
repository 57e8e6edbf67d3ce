package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Walks the fields of one protobuf message: {@code while (next()) switch (field()) …}, where every field is either
 * read by the method of its kind or passed over.
 */
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_NAME = 4096;

    private final String origin;
    private final MemorySegment message;
    private long at;
    private int field;
    private int wire;
    private long start;
    private long value;

    ProtoReader(String origin, MemorySegment message) {
        this.origin = origin;
        this.message = message;
    }

    /** Goes to the next field; false at the message's end. */
    boolean next() throws Fault {
        if (at == message.byteSize()) {
            return false;
        }
        long tag = varintHere();
        field = (int) (tag >>> 3);
        wire = (int) (tag & 7);
        if (tag >>> 3 < 1 || tag >>> 3 > 0x1fffffff) {
            throw Damage.cutShort(origin);
        }
        switch (wire) {
            case VARINT -> value = varintHere();
            case FIXED64 -> pass(Long.BYTES);
            case FIXED32 -> pass(Integer.BYTES);
            case BYTES -> pass(varintHere());
            default -> throw Damage.cutShort(origin);
        }
        return true;
    }

    int field() {
        return field;
    }

    /** Whether the field's value is a length-delimited one. */
    boolean isBytes() {
        return wire == BYTES;
    }

    long varint() throws Fault {
        require(VARINT);
        return value;
    }

    MemorySegment bytes() throws Fault {
        require(BYTES);
        return message.asSlice(start, at - start);
    }

    ProtoReader message() throws Fault {
        return new ProtoReader(origin, bytes());
    }

    String text() throws Fault {
        MemorySegment bytes = bytes();
        if (bytes.byteSize() > LONGEST_NAME) {
            throw Damage.in(origin, "a name in the file is absurdly long; the file is damaged");
        }
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** The next number of a packed field, this reader being on its bytes; only while {@link #more()}. */
    long packed() throws Fault {
        return varintHere();
    }

    boolean more() {
        return at < message.byteSize();
    }

    private void pass(long length) throws Fault {
        if (length < 0 || length > message.byteSize() - at) {
            throw Damage.cutShort(origin);
        }
        start = at;
        at += length;
    }

    private long varintHere() throws Fault {
        long result = 0;
        for (int shift = 0; shift < Long.SIZE && at < message.byteSize(); shift += 7) {
            byte b = message.get(ValueLayout.JAVA_BYTE, at++);
            result |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return result;
            }
        }
        throw Damage.cutShort(origin);
    }

    private void require(int expected) throws Fault {
        if (wire != expected) {
            throw Damage.cutShort(origin);
        }
    }
}
