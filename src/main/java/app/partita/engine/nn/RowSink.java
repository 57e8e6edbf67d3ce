package app.partita.engine.nn;

/** Takes the finished rows of a product while they are in the cache: bias, activation and residual happen here. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes {@code rows × columns} sums, rows {@code stride} apart from {@code offset}; they may be overwritten.
     *
     * @param row    the first row, a panel's start in the packed matrix
     * @param column the first column
     */
    void accept(int row, int rows, int column, int columns, float[] product, int offset, int stride);
}
