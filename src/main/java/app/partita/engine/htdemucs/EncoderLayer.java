package app.partita.engine.htdemucs;

import app.partita.engine.nn.FrequencyConvolution;
import app.partita.engine.nn.MatrixColumns;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.nn.StridedColumns;
import app.partita.engine.tensor.Tensor;

/**
 * Upstream's {@code HEncLayer}: a convolution of kernel 8 and stride 4, along frequency or along time, GELU,
 * {@link DConv}, a pointwise rewrite to twice the channels, GLU.
 */
final class EncoderLayer {

    private static final int KERNEL = 8;
    private static final int STEP = 4;
    private static final int PADDING = 2;

    private final Ops ops;
    private final boolean frequency;
    private final int channels;
    private final Convolution conv;
    private final DConv dconv;
    private final PackedMatrix rewrite;
    private final float[] rewriteBias;

    EncoderLayer(Parameters p, boolean frequency, Ops ops) {
        this.ops = ops;
        this.frequency = frequency;
        int[] shape = p.shape("conv.weight");
        this.channels = shape[0];
        int inputs = shape[1];
        int[] rewriteShape = frequency
                ? new int[] {2 * channels, channels, 1, 1} : new int[] {2 * channels, channels, 1};
        this.conv = frequency ? alongFrequency(p, inputs) : alongTime(p, inputs);
        this.dconv = new DConv(p.at("dconv"), channels, ops);
        this.rewrite = p.matrix("rewrite.weight", ops.gatedPlan(2 * channels, channels), rewriteShape);
        this.rewriteBias = p.take("rewrite.bias", 2 * channels);
    }

    /** The first convolution, with GELU or without. */
    private interface Convolution {

        void forward(Tensor x, Tensor y, boolean gelu);
    }

    private Convolution alongFrequency(Parameters p, int inputs) {
        float[] weight = p.derived("conv.weight", () -> FrequencyConvolution.pack(
                p.take("conv.weight", channels, inputs, KERNEL, 1), channels, inputs, ops.kernels()));
        return new FrequencyConvolution(weight, p.take("conv.bias", channels), inputs, ops.kernels(), ops.workers(),
                ops.gemm())::forward;
    }

    private Convolution alongTime(Parameters p, int inputs) {
        PackedMatrix weight = p.matrix("conv.weight", ops.plan(channels, inputs * KERNEL), channels, inputs, KERNEL);
        float[] bias = p.take("conv.bias", channels);
        return (x, y, gelu) -> ops.gemm().multiply(weight, new StridedColumns(x, KERNEL, PADDING), y.columns(),
                gelu ? ops.sinks().gelu(y, bias) : ops.sinks().linear(y, bias));
    }

    int channels() {
        return channels;
    }

    /** {@code (C', F, T) → (C, F/4, T)}, or {@code (C', 1, T) → (C, 1, ⌈T/4⌉)}; the input is left as it is. */
    Tensor forward(Tensor x) {
        Tensor y = afterDConv(x);
        Tensor z = ops.workspace().like(y);
        ops.gemm().multiply(rewrite, MatrixColumns.of(y), y.channelStride(), ops.sinks().glu(z, rewriteBias));
        ops.workspace().release(y);
        return z;
    }

    /** The convolution alone, before GELU. */
    Tensor convolution(Tensor x) {
        Tensor y = output(x);
        conv.forward(x, y, false);
        return y;
    }

    /** What the rewrite reads. */
    Tensor afterDConv(Tensor x) {
        Tensor y = output(x);
        conv.forward(x, y, true);
        dconv.forward(y);
        return y;
    }

    private Tensor output(Tensor x) {
        return frequency
                ? ops.workspace().take(channels, x.rows() / STEP, x.columns())
                : ops.workspace().take(channels, 1, Math.ceilDiv(x.columns(), STEP));
    }
}
