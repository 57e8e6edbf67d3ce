package app.partita.engine.nn;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.tensor.Tensor;

/** What is done with a product's rows on their way to memory. */
public final class Sinks {

    private final Elementwise elementwise;

    public Sinks(Elementwise elementwise) {
        this.elementwise = elementwise;
    }

    /** Row r of the product, plus {@code bias[r]}, becomes channel r of the target. */
    public RowSink linear(Tensor target, float[] bias) {
        return linear(target.data(), target.at(0, 0), target.channelStride(), bias);
    }

    /** As {@link #linear(Tensor, float[])}, into rows {@code stride} apart. */
    public RowSink linear(float[] target, int targetOffset, int targetStride, float[] bias) {
        return (row, rows, column, columns, product, offset, stride) -> {
            for (int i = 0; i < rows; i++) {
                elementwise.affine(product, offset + i * stride,
                        target, targetOffset + (row + i) * targetStride + column, columns, 1f, bias[row + i]);
            }
        };
    }

    /** {@code GELU(product + bias)}. */
    public RowSink gelu(Tensor target, float[] bias) {
        float[] data = target.data();
        int first = target.at(0, 0);
        int targetStride = target.channelStride();
        return (row, rows, column, columns, product, offset, stride) -> {
            for (int i = 0; i < rows; i++) {
                elementwise.affineGelu(product, offset + i * stride,
                        data, first + (row + i) * targetStride + column, columns, 1f, bias[row + i]);
            }
        };
    }

    /** GLU over channels, of a matrix packed by {@link PackedMatrix#gated}. */
    public RowSink glu(Tensor target, float[] bias) {
        float[] data = target.data();
        int first = target.at(0, 0);
        int targetStride = target.channelStride();
        int half = bias.length / 2;
        return (row, rows, column, columns, product, offset, stride) -> {
            int pairs = rows / 2;
            for (int i = 0; i < pairs && row / 2 + i < half; i++) {
                int channel = row / 2 + i;
                elementwise.glu(product, offset + i * stride, product, offset + (pairs + i) * stride,
                        data, first + channel * targetStride + column, columns, bias[channel], bias[half + channel]);
            }
        };
    }

    /** {@code target += scale·(product + bias)}: the residual connection with LayerScale. */
    public RowSink residual(Tensor target, float[] bias, float[] scale) {
        float[] data = target.data();
        int first = target.at(0, 0);
        int targetStride = target.channelStride();
        return (row, rows, column, columns, product, offset, stride) -> {
            for (int i = 0; i < rows; i++) {
                elementwise.addScaled(product, offset + i * stride,
                        data, first + (row + i) * targetStride + column, columns, scale[row + i], bias[row + i]);
            }
        };
    }

    /** {@code dst = x + bias}, or GELU of that. */
    static void activate(Elementwise elementwise, boolean gelu, float[] x, int xo, float[] dst, int d, int n, float bias) {
        if (gelu) {
            elementwise.affineGelu(x, xo, dst, d, n, 1f, bias);
        } else {
            elementwise.affine(x, xo, dst, d, n, 1f, bias);
        }
    }

    /** A factor and an addend for each row. */
    public record Affine(float[] factors, float[] addends) {
    }

    /**
     * {@code target += scale·GLU(product·factor + addend)}, of a matrix packed by {@link PackedMatrix#gated}: a residual
     * branch's last convolution with its norm.
     *
     * @param at where the first column of the first channel lies in the target
     */
    public RowSink gatedResidual(Tensor target, int at, Affine norm, float[] scale) {
        float[] data = target.data();
        int targetStride = target.channelStride();
        int half = scale.length;
        float[] factors = norm.factors;
        float[] addends = norm.addends;
        return (row, rows, column, columns, product, offset, stride) -> {
            int pairs = rows / 2;
            for (int i = 0; i < pairs && row / 2 + i < half; i++) {
                int channel = row / 2 + i;
                int gate = half + channel;
                elementwise.affineGluAdd(product, offset + i * stride, product, offset + (pairs + i) * stride,
                        data, at + channel * targetStride + column, columns,
                        factors[channel], addends[channel], factors[gate], addends[gate], scale[channel]);
            }
        };
    }
}
