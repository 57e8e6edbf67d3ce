package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.util.Arrays;

/**
 * One tensor of a weights file: its shape is known at once, its numbers are decoded when asked for.
 *
 * <p>Numbers are row-major. A shape's sizes are all at least 1 and their product fits an {@code int}.
 */
public final class NamedTensor {

    /** Decodes the numbers. */
    @FunctionalInterface
    public interface Numbers {

        /** A new array, row-major, of the tensor's length. */
        float[] read() throws Fault;
    }

    private final int[] shape;
    private final ElementType stored;
    private final Numbers numbers;

    private NamedTensor(int[] shape, ElementType stored, Numbers numbers) {
        this.shape = shape;
        this.stored = stored;
        this.numbers = numbers;
    }

    /** A tensor decoded on demand. */
    public static NamedTensor lazy(ElementType stored, Numbers numbers, int... shape) {
        return new NamedTensor(shape.clone(), stored, numbers);
    }

    /** A tensor in memory; {@code values} is copied at every reading. */
    public static NamedTensor of(float[] values, int... shape) {
        if (values.length != Shapes.length(shape)) {
            throw new IllegalArgumentException(values.length + " numbers for the shape " + Arrays.toString(shape));
        }
        return new NamedTensor(shape.clone(), ElementType.F32, values::clone);
    }

    public int[] shape() {
        return shape.clone();
    }

    /** How the file stores the numbers. */
    public ElementType stored() {
        return stored;
    }

    /** How many numbers there are. */
    public int length() {
        return Shapes.length(shape);
    }

    /** The numbers in a new array. */
    public float[] read() throws Fault {
        return numbers.read();
    }

    /** The same numbers under another shape of equal length. */
    NamedTensor reshaped(int... wanted) {
        if (Shapes.length(wanted) != length()) {
            throw new IllegalArgumentException(Arrays.toString(shape) + " as " + Arrays.toString(wanted));
        }
        return new NamedTensor(wanted, stored, numbers);
    }

    /** [R, C] → [C, R]. */
    NamedTensor transposed() {
        int rows = shape[0];
        int columns = shape[1];
        return new NamedTensor(new int[] {columns, rows}, stored, () -> {
            float[] from = numbers.read();
            float[] to = new float[from.length];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    to[c * rows + r] = from[r * columns + c];
                }
            }
            return to;
        });
    }

    /** Every number divided by {@code divisor}. */
    NamedTensor dividedBy(float divisor) {
        return new NamedTensor(shape, stored, () -> {
            float[] values = numbers.read();
            for (int i = 0; i < values.length; i++) {
                values[i] /= divisor;
            }
            return values;
        });
    }

    /** Whether both have the same sizes but for the first. */
    boolean stacksOn(NamedTensor below) {
        return shape.length == below.shape.length
                && Arrays.equals(shape, 1, shape.length, below.shape, 1, below.shape.length);
    }

    /** The rows of this one, then those of {@code below}, which has the same sizes but the first. */
    NamedTensor stackedOn(NamedTensor below) {
        int[] tall = shape.clone();
        tall[0] = Math.addExact(shape[0], below.shape[0]);
        return new NamedTensor(tall, stored, () -> {
            float[] top = numbers.read();
            float[] rest = below.numbers.read();
            float[] both = Arrays.copyOf(top, top.length + rest.length);
            System.arraycopy(rest, 0, both, top.length, rest.length);
            return both;
        });
    }
}
