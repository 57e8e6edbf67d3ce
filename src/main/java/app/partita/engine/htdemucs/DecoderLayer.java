package app.partita.engine.htdemucs;

import app.partita.engine.nn.ConvolutionColumns;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.nn.TransposedConvolution;
import app.partita.engine.nn.WinogradConvolution;
import app.partita.engine.tensor.Tensor;

/**
 * Upstream's {@code HDecLayer}: adds the skip connection, rewrites with context 1 to twice the channels, GLU,
 * {@link DConv}, a transposed convolution of kernel 8 and stride 4, GELU except in the last layer.
 */
final class DecoderLayer {

    private static final int CONTEXT = 3;
    private static final int KERNEL = 8;

    private final Ops ops;
    private final boolean frequency;
    private final int channels;
    private final Rewrite rewrite;
    private final DConv dconv;
    private final TransposedConvolution convTr;

    DecoderLayer(Parameters p, boolean frequency, boolean last, Ops ops) {
        this.ops = ops;
        this.frequency = frequency;
        int[] shape = p.shape("conv_tr.weight");
        this.channels = shape[0];
        int outputs = shape[1];
        int[] convShape = frequency ? new int[] {channels, outputs, KERNEL, 1} : new int[] {channels, outputs, KERNEL};
        this.rewrite = frequency ? rewriteSpectrum(p) : rewriteWaveform(p);
        this.dconv = new DConv(p.at("dconv"), channels, ops);
        PackedMatrix.Plan plan = TransposedConvolution.plan(channels, outputs, ops.kernels());
        float[] convTrWeight = p.derived("conv_tr.weight", () -> plan.pack(
                TransposedConvolution.phases(p.take("conv_tr.weight", convShape), channels, outputs)));
        this.convTr = new TransposedConvolution(plan.restore(convTrWeight), p.take("conv_tr.bias", outputs),
                !last, ops.kernels(), ops.gemm());
    }

    /** The convolution to twice the channels, and GLU. */
    private interface Rewrite {

        void forward(Tensor x, Tensor y);
    }

    private Rewrite rewriteSpectrum(Parameters p) {
        float[] weight = p.derived("rewrite.weight", () -> WinogradConvolution.pack(
                p.take("rewrite.weight", 2 * channels, channels, CONTEXT, CONTEXT), 2 * channels, channels,
                ops.kernels()));
        return new WinogradConvolution(weight, p.take("rewrite.bias", 2 * channels), channels, ops.kernels(),
                ops.workers(), ops.gemm())::forward;
    }

    private Rewrite rewriteWaveform(Parameters p) {
        PackedMatrix weight = p.matrix("rewrite.weight", ops.gatedPlan(2 * channels, channels * CONTEXT),
                2 * channels, channels, CONTEXT);
        float[] bias = p.take("rewrite.bias", 2 * channels);
        return (x, y) -> ops.gemm().multiply(weight, ConvolutionColumns.alongTime(x, CONTEXT, 1), x.channelStride(),
                ops.sinks().glu(y, bias));
    }

    /**
     * {@code (C, F, T) → (C', 4F, T)}, or {@code (C, 1, T) → (C', 1, length)}; releases its input and the skip.
     *
     * @param length the columns of the output
     */
    Tensor forward(Tensor x, Tensor skip, int length) {
        Tensor y = beforeTransposed(x, skip);
        Tensor z = ops.workspace().take(convTr.outputs(), frequency ? 4 * x.rows() : 1, length);
        if (frequency) {
            convTr.alongFrequency(y, z);
        } else {
            convTr.alongTime(y, z);
        }
        ops.workspace().release(y);
        return z;
    }

    /** What the transposed convolution reads. */
    Tensor beforeTransposed(Tensor x, Tensor skip) {
        ops.workers().run(channels, (channel, scratch) -> ops.kernels().elementwise().sum(
                x.data(), x.at(channel, 0), skip.data(), skip.at(channel, 0),
                x.data(), x.at(channel, 0), x.channelStride()));
        ops.workspace().release(skip);
        Tensor y = ops.workspace().like(x);
        rewrite.forward(x, y);
        ops.workspace().release(x);
        dconv.forward(y);
        return y;
    }
}
