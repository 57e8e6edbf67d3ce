package app.partita.engine.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Buffers used again and again: after the first segment a network allocates nothing. Not safe for use by several
 * threads.
 */
public final class Workspace {

    private final List<float[]> free = new ArrayList<>();

    /** A tensor with undefined contents, in the smallest free buffer that holds it. */
    public Tensor take(int channels, int rows, int columns) {
        int size = Tensor.size(channels, rows, columns);
        float[] buffer = free.stream()
                .filter(candidate -> Alignment.room(candidate) >= size && Alignment.room(candidate) / 2 <= size)
                .min(Comparator.comparingInt(candidate -> candidate.length))
                .orElse(null);
        if (buffer == null) {
            buffer = Alignment.floats(size);
        } else {
            free.remove(buffer);
        }
        return new Tensor(buffer, channels, rows, columns, size / channels / rows);
    }

    /** A tensor shaped like another. */
    public Tensor like(Tensor other) {
        return take(other.channels(), other.rows(), other.columns());
    }

    /** Gives a tensor's buffer back; the tensor must not be used any more. */
    public void release(Tensor tensor) {
        free.add(tensor.data());
    }
}
