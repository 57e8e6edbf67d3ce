package app.partita.engine.tensor;

/**
 * Activations, channels first: {@code channels × rows × columns}, where a row is a frequency bin (or the only row of a
 * waveform) and a column a step in time.
 *
 * <p>Rows lie {@code rowStride} numbers apart, a multiple of {@value #ALIGNMENT}: odd distances cost vector code ten
 * times its speed. What lies between a row's end and the next row is undefined, yet never outside the array.
 *
 * @param data at least {@code channels·rows·rowStride} numbers from {@link Alignment#START} on, more when the buffer is
 *             used again
 */
public record Tensor(float[] data, int channels, int rows, int columns, int rowStride) {

    /** Row strides are multiples of this: the floats of the widest vector. */
    public static final int ALIGNMENT = 16;

    public Tensor {
        if (columns > rowStride || rowStride % ALIGNMENT != 0 || Alignment.room(data) < size(channels, rows, columns)) {
            throw new IllegalArgumentException("no tensor of %d×%d×%d, stride %d, in %d numbers"
                    .formatted(channels, rows, columns, rowStride, Alignment.room(data)));
        }
    }

    /** A new tensor of zeros. */
    public static Tensor zeros(int channels, int rows, int columns) {
        return new Tensor(Alignment.floats(size(channels, rows, columns)), channels, rows, columns, strideOf(columns));
    }

    /** Numbers that such a tensor takes, padding included. */
    public static int size(int channels, int rows, int columns) {
        return Math.multiplyExact(Math.multiplyExact(channels, rows), strideOf(columns));
    }

    private static int strideOf(int columns) {
        return (columns + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Where a row begins. */
    public int at(int channel, int row) {
        return Alignment.START + channel * channelStride() + row * rowStride;
    }

    /** The distance between channels; also the columns of the matrix {@code channels × (rows·rowStride)}. */
    public int channelStride() {
        return rows * rowStride;
    }

    /** The same numbers seen with another shape of the same padded size. */
    public Tensor reshaped(int newChannels, int newRows, int newColumns) {
        return new Tensor(data, newChannels, newRows, newColumns, strideOf(newColumns));
    }
}
