package app.partita.engine.htdemucs;

import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.nn.TransposedConvolution;
import app.partita.engine.nn.TransposedFrequencyConvolution;
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
    private final WinogradConvolution rewrite;
    private final DConv dconv;
    private final int outputs;
    private final Upsampling convTr;

    DecoderLayer(Parameters p, boolean frequency, boolean last, Ops ops) {
        this.ops = ops;
        this.frequency = frequency;
        int[] shape = p.shape("conv_tr.weight");
        this.channels = shape[0];
        this.outputs = shape[1];
        this.rewrite = rewrite(p);
        this.dconv = new DConv(p.at("dconv"), channels, ops);
        this.convTr = frequency ? alongFrequency(p, !last) : alongTime(p, !last);
    }

    /** The transposed convolution, with GELU or without. */
    private interface Upsampling {

        void forward(Tensor x, Tensor y);
    }

    private Upsampling alongFrequency(Parameters p, boolean gelu) {
        float[] weight = p.derived("conv_tr.weight", () -> TransposedFrequencyConvolution.pack(
                p.take("conv_tr.weight", channels, outputs, KERNEL, 1), channels, outputs, ops.kernels()));
        return new TransposedFrequencyConvolution(weight, p.take("conv_tr.bias", outputs), channels, gelu, ops.kernels(),
                ops.workers(), ops.gemm())::forward;
    }

    private Upsampling alongTime(Parameters p, boolean gelu) {
        PackedMatrix.Plan plan = TransposedConvolution.plan(channels, outputs, ops.kernels());
        float[] weight = p.derived("conv_tr.weight", () -> plan.pack(TransposedConvolution.phases(
                p.take("conv_tr.weight", channels, outputs, KERNEL), channels, outputs)));
        return new TransposedConvolution(plan.restore(weight), p.take("conv_tr.bias", outputs), gelu, ops.kernels(),
                ops.gemm())::forward;
    }

    private WinogradConvolution rewrite(Parameters p) {
        int tapRows = frequency ? CONTEXT : 1;
        int[] shape = frequency ? new int[] {2 * channels, channels, CONTEXT, CONTEXT}
                : new int[] {2 * channels, channels, CONTEXT};
        float[] weight = p.derived("rewrite.weight", () -> WinogradConvolution.pack(
                p.take("rewrite.weight", shape), 2 * channels, channels, tapRows, ops.kernels()));
        return new WinogradConvolution(weight, p.take("rewrite.bias", 2 * channels), channels, tapRows, ops.kernels(),
                ops.workers(), ops.gemm());
    }

    /**
     * {@code (C, F, T) → (C', 4F, T)}, or {@code (C, 1, T) → (C', 1, length)}; releases its input and the skip.
     *
     * @param length the columns of the output
     */
    Tensor forward(Tensor x, Tensor skip, int length) {
        Tensor y = beforeTransposed(x, skip);
        Tensor z = ops.workspace().take(outputs, frequency ? 4 * x.rows() : 1, length);
        convTr.forward(y, z);
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
