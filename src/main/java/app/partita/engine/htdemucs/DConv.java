package app.partita.engine.htdemucs;

import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.nn.DilatedConvolution;
import app.partita.engine.nn.Normaliser.Moments;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.nn.Sinks.Affine;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import java.util.List;

/**
 * Upstream's {@code DConv}: residual branches of a dilated convolution to few channels, GroupNorm, GELU, a pointwise
 * convolution back, GroupNorm, GLU and LayerScale.
 *
 * <p>Only the few hidden channels are ever stored. The second norm's moments are computed from theirs
 * ({@link ExpandedMoments}), so that the convolution back can be normalised, gated and added while it is in the
 * registers' reach.
 *
 * <p>In the frequency branch each row is a signal of its own, done from begin to end in the second-level cache; the time
 * branch is one long signal, done stretch by stretch between its norms.
 */
final class DConv {

    /** Columns of a waveform that are done at a time: part of the engine's numerical definition. */
    private static final int STRETCH = 336;

    /** One residual branch, {@code layers.d}. */
    private record Branch(DilatedConvolution squeeze, float[] squeezeBias, float[] norm1, float[] norm1Bias,
                          PackedMatrix expand, float[] expandBias, ExpandedMoments expandedMoments,
                          float[] norm2, float[] norm2Bias, float[] scale) {

        int hidden() {
            return squeezeBias.length;
        }
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
        float[] squeeze = p.take("0.weight", hidden, channels, 3);
        float[] expand = p.take("3.weight", 2 * channels, hidden, 1);
        float[] expandBias = p.take("3.bias", 2 * channels);
        return new Branch(new DilatedConvolution(squeeze, hidden, channels, 1 << d, ops.kernels(), ops.gemm()),
                p.take("0.bias", hidden), p.take("1.weight", hidden), p.take("1.bias", hidden),
                PackedMatrix.gated(expand, channels, hidden, ops.kernels()), expandBias,
                new ExpandedMoments(expand, expandBias, hidden),
                p.take("4.weight", 2 * channels), p.take("4.bias", 2 * channels), p.take("6.scale", channels));
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
        int columns = x.columns();
        int stride = ops.gemm().padded(columns);
        float[] h = scratch.floats(Scratch.Use.HIDDEN, branch.squeeze.paddedOutputs() * stride);
        squeeze(branch, x, row, 0, columns, h, h, START, stride, scratch);
        Moments first = ops.normaliser().moments(h, START, branch.hidden(), columns, stride);
        double[] sums = new double[branch.hidden()];
        double[] products = new double[branch.hidden() * branch.hidden()];
        activate(branch, first, h, START, stride, columns, sums, products);
        Moments second = branch.expandedMoments.of(sums, products, columns);
        expand(branch, second, h, stride, columns, x, x.at(0, row), scratch);
    }

    private void forwardWaveform(Branch branch, Tensor x) {
        int columns = x.columns();
        int stretches = Math.ceilDiv(columns, STRETCH);
        int hidden = branch.hidden();
        Tensor h = ops.workspace().take(hidden, 1, columns);
        Moments[] firsts = new Moments[stretches];
        ops.workers().run(stretches, (index, scratch) -> {
            int from = index * STRETCH;
            int count = Math.min(STRETCH, columns - from);
            float[] stretch = scratch.floats(Scratch.Use.HIDDEN,
                    branch.squeeze.paddedOutputs() * ops.gemm().padded(count));
            squeeze(branch, x, 0, from, count, stretch, h.data(), h.at(0, 0) + from, h.channelStride(), scratch);
            firsts[index] = ops.normaliser().moments(h.data(), h.at(0, 0) + from, hidden, count, h.channelStride());
        });
        Moments first = Moments.sum(firsts);
        double[][] sums = new double[stretches][hidden];
        double[][] products = new double[stretches][hidden * hidden];
        ops.workers().run(stretches, (index, scratch) -> {
            int from = index * STRETCH;
            activate(branch, first, h.data(), h.at(0, 0) + from, h.channelStride(), Math.min(STRETCH, columns - from),
                    sums[index], products[index]);
        });
        Moments second = branch.expandedMoments.of(total(sums), total(products), columns);
        ops.workers().run(stretches, (index, scratch) -> {
            int from = index * STRETCH;
            int count = Math.min(STRETCH, columns - from);
            int stride = ops.gemm().padded(count);
            float[] stretch = scratch.floats(Scratch.Use.HIDDEN, hidden * stride);
            for (int channel = 0; channel < hidden; channel++) {
                System.arraycopy(h.data(), h.at(channel, 0) + from, stretch, START + channel * stride, count);
            }
            expand(branch, second, stretch, stride, count, x, x.at(0, 0) + from, scratch);
        });
        ops.workspace().release(h);
    }

    private void squeeze(Branch branch, Tensor x, int row, int from, int count, float[] product,
                         float[] h, int at, int stride, Scratch scratch) {
        branch.squeeze.forward(x, row, from, count, product, START, scratch);
        int padded = ops.gemm().padded(count);
        for (int channel = 0; channel < branch.hidden(); channel++) {
            ops.kernels().elementwise().affine(product, START + channel * padded, h, at + channel * stride, count,
                    1f, branch.squeezeBias[channel]);
        }
    }

    /** GroupNorm and GELU of the hidden channels, in place, and the moments of the result. */
    private void activate(Branch branch, Moments moments, float[] h, int at, int stride, int count,
                          double[] sums, double[] products) {
        for (int channel = 0; channel < branch.hidden(); channel++) {
            float weight = branch.norm1[channel];
            int from = at + channel * stride;
            ops.kernels().elementwise().affineGelu(h, from, h, from, count,
                    moments.factor(weight), moments.addend(weight, branch.norm1Bias[channel]));
        }
        ops.kernels().reductions().products(h, at, stride, branch.hidden(), count, sums, products);
    }

    /** The convolution back, its GroupNorm, GLU and LayerScale, added to {@code x} from {@code at} on. */
    private void expand(Branch branch, Moments moments, float[] h, int stride, int count, Tensor x, int at,
                        Scratch scratch) {
        float[] factors = new float[2 * channels];
        float[] addends = new float[2 * channels];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = moments.factor(branch.norm2[i]);
            addends[i] = Math.fma(branch.expandBias[i], factors[i], moments.addend(branch.norm2[i], branch.norm2Bias[i]));
        }
        ops.gemm().multiplyRows(branch.expand, h, START, stride, count,
                ops.sinks().gatedResidual(x, at, new Affine(factors, addends), branch.scale), scratch);
    }

    private static double[] total(double[][] parts) {
        double[] total = new double[parts[0].length];
        for (double[] part : parts) {
            for (int i = 0; i < total.length; i++) {
                total[i] += part[i];
            }
        }
        return total;
    }
}
