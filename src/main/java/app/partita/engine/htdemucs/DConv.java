package app.partita.engine.htdemucs;

import app.partita.engine.kernels.Elementwise;
import app.partita.engine.nn.ConvolutionColumns;
import app.partita.engine.nn.MatrixColumns;
import app.partita.engine.nn.Normaliser.Moments;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import java.util.List;

/**
 * Upstream's {@code DConv}: residual branches of a dilated convolution to few channels, GroupNorm, GELU, a pointwise
 * convolution back, GroupNorm, GLU and LayerScale.
 *
 * <p>In the frequency branch each row is a signal of its own, whose numbers stay in the second-level cache from the
 * first convolution to the residual. The time branch is one long signal, done operation by operation.
 */
final class DConv {

    /** One residual branch, {@code layers.d}. */
    private record Branch(int dilation, PackedMatrix squeeze, float[] squeezeBias, float[] norm1, float[] norm1Bias,
                          PackedMatrix expand, float[] expandBias, float[] norm2, float[] norm2Bias, float[] scale) {
    }

    private final Ops ops;
    private final int channels;
    private final List<Branch> branches;

    DConv(Parameters parameters, int channels, Ops ops) {
        this.ops = ops;
        this.channels = channels;
        this.branches = parameters.indices("layers").mapToObj(d -> branch(parameters.at("layers." + d), d)).toList();
    }

    private Branch branch(Parameters p, int d) {
        int hidden = p.shape("0.weight")[0];
        return new Branch(1 << d,
                p.matrix("0.weight", ops.plan(hidden, 3 * channels), hidden, channels, 3),
                p.take("0.bias", hidden), p.take("1.weight", hidden), p.take("1.bias", hidden),
                p.matrix("3.weight", ops.plan(2 * channels, hidden), 2 * channels, hidden, 1),
                p.take("3.bias", 2 * channels), p.take("4.weight", 2 * channels), p.take("4.bias", 2 * channels),
                p.take("6.scale", channels));
    }

    /** Adds all branches to {@code x}, in place. */
    void forward(Tensor x) {
        if (x.rows() > 1) {
            ops.workers().run(x.rows(), (row, scratch) ->
                    branches.forEach(branch -> forwardRow(branch, x, row, scratch)));
        } else {
            branches.forEach(branch -> forwardWaveform(branch, x));
        }
    }

    private void forwardRow(Branch branch, Tensor x, int row, Scratch scratch) {
        int stride = x.rowStride();
        int columns = x.columns();
        int hidden = branch.squeeze.rows();
        float[] h = scratch.floats(Scratch.Use.HIDDEN, hidden * stride);
        float[] gates = scratch.floats(Scratch.Use.GATES, 2 * channels * stride);
        ops.gemm().multiply(branch.squeeze, ConvolutionColumns.alongTime(x, 3, branch.dilation), row * stride, stride,
                ops.sinks().linear(h, -row * stride, stride, branch.squeezeBias), scratch);
        Moments first = ops.normaliser().moments(h, 0, hidden, columns, stride);
        for (int channel = 0; channel < hidden; channel++) {
            normaliseAndGelu(branch, first, channel, h, channel * stride, columns);
        }
        ops.gemm().multiply(branch.expand, new MatrixColumns(h, 0, stride), 0, columns,
                ops.sinks().linear(gates, 0, stride, branch.expandBias), scratch);
        Moments second = ops.normaliser().moments(gates, 0, 2 * channels, columns, stride);
        for (int channel = 0; channel < channels; channel++) {
            gateAndAdd(branch, second, channel, gates, stride, x.data(), x.at(channel, row), columns);
        }
    }

    private void forwardWaveform(Branch branch, Tensor x) {
        Tensor h = ops.workspace().take(branch.squeeze.rows(), 1, x.columns());
        ops.gemm().multiply(branch.squeeze, ConvolutionColumns.alongTime(x, 3, branch.dilation), x.columns(),
                ops.sinks().linear(h, branch.squeezeBias));
        Moments first = ops.normaliser().moments(h);
        ops.workers().run(h.channels(), (channel, scratch) ->
                normaliseAndGelu(branch, first, channel, h.data(), h.at(channel, 0), h.columns()));
        Tensor gates = ops.workspace().take(2 * channels, 1, x.columns());
        ops.gemm().multiply(branch.expand, new MatrixColumns(h.data(), 0, h.channelStride()), x.columns(),
                ops.sinks().linear(gates, branch.expandBias));
        ops.workspace().release(h);
        Moments second = ops.normaliser().moments(gates);
        ops.workers().run(channels, (channel, scratch) -> gateAndAdd(branch, second, channel,
                gates.data(), gates.channelStride(), x.data(), x.at(channel, 0), x.columns()));
        ops.workspace().release(gates);
    }

    private void normaliseAndGelu(Branch branch, Moments moments, int channel, float[] h, int at, int count) {
        float weight = branch.norm1[channel];
        ops.kernels().elementwise().affineGelu(h, at, h, at, count,
                moments.factor(weight), moments.addend(weight, branch.norm1Bias[channel]));
    }

    private void gateAndAdd(Branch branch, Moments moments, int channel, float[] gates, int stride,
                            float[] x, int at, int count) {
        Elementwise elementwise = ops.kernels().elementwise();
        int gate = channels + channel;
        elementwise.affineGluAdd(gates, channel * stride, gates, gate * stride, x, at, count,
                moments.factor(branch.norm2[channel]),
                moments.addend(branch.norm2[channel], branch.norm2Bias[channel]),
                moments.factor(branch.norm2[gate]),
                moments.addend(branch.norm2[gate], branch.norm2Bias[gate]),
                branch.scale[channel]);
    }
}
