package app.partita.engine.nn;

import app.partita.engine.tensor.Tensor;

/**
 * The columns of a stored matrix: pointwise convolutions and linear layers.
 *
 * @param stride the distance between rows
 */
public record MatrixColumns(float[] data, int offset, int stride) implements ColumnSource {

    /** A row for each channel, with what lies between the tensor's rows. */
    public static MatrixColumns of(Tensor tensor) {
        return new MatrixColumns(tensor.data(), tensor.at(0, 0), tensor.channelStride());
    }

    @Override
    public void pack(int k0, int depth, int n0, int count, PanelWriter writer) {
        for (int k = 0; k < depth; k++) {
            writer.beginRow(k);
            writer.copy(data, offset + (k0 + k) * stride + n0, count);
            writer.endRow();
        }
    }
}
