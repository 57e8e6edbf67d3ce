package app.partita.engine.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How a number is stored in a weights file: little-endian IEEE half or single precision. */
public enum ElementType {
    F16(2),
    F32(4);

    private static final ValueLayout.OfShort HALVES =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOATS =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one number. */
    public int bytes() {
        return bytes;
    }

    /** The {@code count} numbers at the start of {@code data}, which the caller knows to be long enough; exact. */
    float[] decode(MemorySegment data, int count) {
        float[] numbers = new float[count];
        switch (this) {
            case F32 -> MemorySegment.copy(data, FLOATS, 0, numbers, 0, count);
            case F16 -> {
                short[] halves = new short[count];
                MemorySegment.copy(data, HALVES, 0, halves, 0, count);
                for (int i = 0; i < count; i++) {
                    numbers[i] = Float.float16ToFloat(halves[i]);
                }
            }
        }
        return numbers;
    }
}
