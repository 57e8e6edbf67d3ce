package app.partita.engine.htdemucs;

import app.partita.engine.nn.Attention;
import app.partita.engine.nn.MatrixColumns;
import app.partita.engine.nn.Normaliser.Moments;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.tensor.Tensor;
import java.util.Arrays;

/**
 * Upstream's {@code MyTransformerEncoderLayer} and {@code CrossTransformerEncoderLayer}, norm first, with LayerScale and
 * a GroupNorm over all tokens at the end. Tokens are columns: linear layers need no transposition.
 */
final class TransformerLayer {

    private static final float LAYER_NORM_EPSILON = 1e-5f;
    private static final int NORM_COLUMNS = 64;
    /** Channels of a task: single ones are done before the next worker has taken one. */
    private static final int NORM_CHANNELS = 32;

    private record LayerNorm(float[] weight, float[] bias) {
    }

    private final Ops ops;
    private final int width;
    private final boolean cross;
    private final LayerNorm norm1;
    private final LayerNorm norm2;
    private final LayerNorm norm3;
    private final float[] normOut;
    private final float[] normOutBias;
    private final Attention attention;
    private final PackedMatrix queries;
    private final float[] queryBias;
    private final PackedMatrix keysAndValues;
    private final float[] keyValueBias;
    private final PackedMatrix outProj;
    private final float[] outProjBias;
    private final PackedMatrix linear1;
    private final float[] linear1Bias;
    private final PackedMatrix linear2;
    private final float[] linear2Bias;
    private final float[] gamma1;
    private final float[] gamma2;

    TransformerLayer(Parameters p, int width, Attention attention, Ops ops) {
        this.ops = ops;
        this.width = width;
        this.cross = p.has("cross_attn.in_proj_weight");
        Parameters attn = p.at(cross ? "cross_attn" : "self_attn");
        InProjection in = new InProjection(attn, width, cross, ops);
        this.queries = in.queries();
        this.keysAndValues = in.keysAndValues();
        float[] inBias = attn.take("in_proj_bias", 3 * width);
        this.queryBias = cross ? Arrays.copyOf(inBias, width) : inBias;
        this.keyValueBias = Arrays.copyOfRange(inBias, width, 3 * width);
        this.outProj = attn.matrix("out_proj.weight", ops.tokenPlan(width, width), width, width);
        this.outProjBias = attn.take("out_proj.bias", width);
        int hidden = p.shape("linear1.weight")[0];
        this.linear1 = p.matrix("linear1.weight", ops.tokenPlan(hidden, width), hidden, width);
        this.linear1Bias = p.take("linear1.bias", hidden);
        this.linear2 = p.matrix("linear2.weight", ops.tokenPlan(width, hidden), width, hidden);
        this.linear2Bias = p.take("linear2.bias", width);
        this.norm1 = norm(p, "norm1");
        this.norm2 = norm(p, "norm2");
        this.norm3 = cross ? norm(p, "norm3") : norm2;
        this.normOut = p.take("norm_out.weight", width);
        this.normOutBias = p.take("norm_out.bias", width);
        this.gamma1 = p.take("gamma_1.scale", width);
        this.gamma2 = p.take("gamma_2.scale", width);
        this.attention = attention;
    }

    private LayerNorm norm(Parameters p, String name) {
        return new LayerNorm(p.take(name + ".weight", width), p.take(name + ".bias", width));
    }

    boolean isCross() {
        return cross;
    }

    /** Keys and values of a cross layer, {@code (2·width, 1, tokens)}, from the other branch. */
    Tensor project(Tensor other) {
        Tensor normed = normalise(other, norm2);
        Tensor projected = linear(keysAndValues, keyValueBias, normed);
        ops.workspace().release(normed);
        return projected;
    }

    /**
     * The layer, in place.
     *
     * @param other what {@link #project} made of the other branch, released here; null in a self layer
     */
    void forward(Tensor x, Tensor other) {
        Tensor attended = attend(x, other);
        residual(outProj, outProjBias, attended, gamma1, x);
        ops.workspace().release(attended);
        Tensor hidden = feedForwardHidden(x);
        residual(linear2, linear2Bias, hidden, gamma2, x);
        ops.workspace().release(hidden);
        normaliseOut(x);
    }

    /** The heads' results, before {@code out_proj}. */
    private Tensor attend(Tensor x, Tensor other) {
        Tensor normed = normalise(x, norm1);
        Tensor projected = linear(queries, queryBias, normed);
        Tensor attended = normed;
        if (cross) {
            attention.attend(projected, 0, other, 0, width, attended);
            ops.workspace().release(other);
        } else {
            attention.attend(projected, 0, projected, width, 2 * width, attended);
        }
        ops.workspace().release(projected);
        return attended;
    }

    private Tensor feedForwardHidden(Tensor x) {
        Tensor normed = normalise(x, norm3);
        Tensor hidden = ops.workspace().take(linear1.rows(), 1, x.columns());
        ops.tokenGemm().multiply(linear1, MatrixColumns.of(normed), x.columns(), ops.sinks().gelu(hidden, linear1Bias));
        ops.workspace().release(normed);
        return hidden;
    }

    /** The attention block's addend before LayerScale: what {@code self_attn} returns upstream. */
    Tensor attentionOutput(Tensor x) {
        Tensor attended = attend(x, null);
        Tensor result = linear(outProj, outProjBias, attended);
        ops.workspace().release(attended);
        return result;
    }

    /** The feed-forward block's addend before LayerScale: what {@code _ff_block} returns upstream. */
    Tensor feedForwardOutput(Tensor x) {
        Tensor hidden = feedForwardHidden(x);
        Tensor result = linear(linear2, linear2Bias, hidden);
        ops.workspace().release(hidden);
        return result;
    }

    private Tensor linear(PackedMatrix weight, float[] bias, Tensor x) {
        Tensor y = ops.workspace().take(weight.rows(), 1, x.columns());
        ops.tokenGemm().multiply(weight, MatrixColumns.of(x), x.columns(), ops.sinks().linear(y, bias));
        return y;
    }

    private void residual(PackedMatrix weight, float[] bias, Tensor x, float[] gamma, Tensor target) {
        ops.tokenGemm().multiply(weight, MatrixColumns.of(x), x.columns(), ops.sinks().residual(target, bias, gamma));
    }

    private Tensor normalise(Tensor x, LayerNorm norm) {
        return normalise(x, norm.weight, norm.bias, ops);
    }

    /** LayerNorm of each token into a new tensor. */
    static Tensor normalise(Tensor x, float[] weight, float[] bias, Ops ops) {
        Tensor y = ops.workspace().like(x);
        int stride = x.channelStride();
        ops.workers().run(Math.ceilDiv(stride, NORM_COLUMNS), (index, scratch) -> {
            int column = index * NORM_COLUMNS;
            int from = x.at(0, 0) + column;
            ops.kernels().tokens().layerNorm(x.data(), from, stride, x.channels(), Math.min(NORM_COLUMNS, stride - column),
                    weight, bias, LAYER_NORM_EPSILON, y.data(), from, stride);
        });
        return y;
    }

    private void normaliseOut(Tensor x) {
        Moments moments = ops.normaliser().moments(x);
        ops.workers().run(Math.ceilDiv(width, NORM_CHANNELS), (index, scratch) -> {
            int first = index * NORM_CHANNELS;
            for (int channel = first; channel < Math.min(width, first + NORM_CHANNELS); channel++) {
                ops.kernels().elementwise().affine(
                        x.data(), x.at(channel, 0), x.data(), x.at(channel, 0), x.columns(),
                        moments.factor(normOut[channel]), moments.addend(normOut[channel], normOutBias[channel]));
            }
        });
    }
}
