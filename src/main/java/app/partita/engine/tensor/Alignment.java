package app.partita.engine.tensor;

/**
 * Where numbers begin in an array so that no vector of 64 bytes lies in two cache lines, which doubles the time of its
 * store.
 *
 * <p>HotSpot puts an array's numbers 16 bytes behind the begin of its object. Objects begin at cache lines if the JVM is
 * told so ({@code -XX:ObjectAlignmentInBytes=64}); if not, nothing is lost but a few numbers.
 */
public final class Alignment {

    /** The index of the first number; those before it are not used. */
    public static final int START = 12;

    private Alignment() {
    }

    /** A new array for {@code size} numbers from {@link #START} on. */
    public static float[] floats(int size) {
        return new float[Math.addExact(START, size)];
    }

    /** How many numbers an array holds from {@link #START} on. */
    public static int room(float[] array) {
        return array.length - START;
    }
}
