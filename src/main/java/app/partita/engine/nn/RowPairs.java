package app.partita.engine.nn;

import app.partita.engine.tensor.Tensor;

/**
 * The inputs of a filter of two taps along frequency: for each k a sequence of rows, of which output row q sees numbers
 * q and q + 1. Rows outside of the tensor are zeros.
 *
 * @param phases    of each channel's rows every {@code phases}-th belongs to one k: k = (channel, phase)
 * @param firstRow  the row of the tensor that is number 0 for the first phase; may be negative
 */
record RowPairs(Tensor tensor, int phases, int firstRow) {

    /** Where number q of the rows of k begins in the tensor, or −1 for a row of zeros. */
    int at(int k, int q) {
        int row = firstRow + phases * q + k % phases;
        return row < 0 || row >= tensor.rows() ? -1 : tensor.at(k / phases, row);
    }

    float[] data() {
        return tensor.data();
    }
}
