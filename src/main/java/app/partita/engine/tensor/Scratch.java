package app.partita.engine.tensor;

import java.util.EnumMap;
import java.util.Map;

/** One worker's private buffers, which grow to the largest size asked for. */
public final class Scratch {

    /** What a buffer is for; each purpose has its own, so that nested operations do not share one. */
    public enum Use {
        PACKED, PRODUCT, BLOCKS, OUTER_SUMS, OUTER_PRODUCTS, INNER_SUMS, INNER_PRODUCTS, POINTS, COMBINED, PHASES, ROW, TRANSFORMED,
        HIDDEN, QUERIES, SCORES, HEADS, FRAMES, SECOND_FRAMES
    }

    private final Map<Use, float[]> buffers = new EnumMap<>(Use.class);

    /**
     * At least {@code size} numbers of undefined content from {@link Alignment#START} on, valid until the next call for the
     * same use.
     */
    public float[] floats(Use use, int size) {
        float[] buffer = buffers.get(use);
        if (buffer == null || Alignment.room(buffer) < size) {
            buffer = Alignment.floats(size);
            buffers.put(use, buffer);
        }
        return buffer;
    }
}
