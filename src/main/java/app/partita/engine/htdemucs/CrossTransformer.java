package app.partita.engine.htdemucs;

import app.partita.engine.nn.Attention;
import app.partita.engine.nn.MatrixColumns;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.tensor.Tensor;
import java.util.List;

/**
 * Upstream's {@code CrossTransformerEncoder} between the channel up- and downsamplers (absent when the model has no
 * bottom channels).
 *
 * <p>Spectral tokens lie in the order of memory, n = bin·frames + frame. Upstream's order is n = frame·bins + bin;
 * nothing in a transformer depends on it but the positions, which are computed for ours.
 */
final class CrossTransformer {

    /** One of the two branches, spectral or temporal. */
    private static final class Branch {

        private final Ops ops;
        private final int width;
        private final PackedMatrix up;
        private final float[] upBias;
        private final PackedMatrix down;
        private final float[] downBias;
        private final float[] normIn;
        private final float[] normInBias;
        private final float[] positions;
        private final int rows;
        private final List<TransformerLayer> layers;

        Branch(Parameters p, String suffix, int channels, int rows, int columns, Attention attention,
               Ops ops) {
            this.ops = ops;
            this.rows = rows;
            String upName = "channel_upsampler" + suffix;
            String downName = "channel_downsampler" + suffix;
            if (p.has(upName + ".weight")) {
                this.width = p.shape(upName + ".weight")[0];
                this.up = p.matrix(upName + ".weight", ops.plan(width, channels), width, channels, 1);
                this.upBias = p.take(upName + ".bias", width);
                this.down = p.matrix(downName + ".weight", ops.tokenPlan(channels, width), channels, width, 1);
                this.downBias = p.take(downName + ".bias", channels);
            } else {
                this.width = channels;
                this.up = null;
                this.upBias = null;
                this.down = null;
                this.downBias = null;
            }
            Parameters transformer = p.at("crosstransformer");
            this.normIn = transformer.take("norm_in" + suffix + ".weight", width);
            this.normInBias = transformer.take("norm_in" + suffix + ".bias", width);
            this.positions = rows > 1 ? PositionalEmbedding.alongBoth(width, rows, columns)
                    : PositionalEmbedding.alongTime(width, columns);
            String list = "layers" + suffix;
            this.layers = transformer.indices(list)
                    .mapToObj(i -> new TransformerLayer(transformer.at(list + "." + i), width, attention, ops)).toList();
        }

        Tensor upsample(Tensor x) {
            if (up == null) {
                return x;
            }
            Tensor y = ops.workspace().take(width, x.rows(), x.columns());
            ops.gemm().multiply(up, MatrixColumns.of(x), x.channelStride(), ops.sinks().linear(y, upBias));
            ops.workspace().release(x);
            return y;
        }

        Tensor tokens(Tensor x) {
            Tensor normed = TransformerLayer.normalise(x, normIn, normInBias, ops);
            Tensor tokens = ops.workspace().take(width, 1, x.rows() * x.columns());
            ops.workers().run(width, (channel, scratch) -> {
                for (int row = 0; row < x.rows(); row++) {
                    int to = row * x.columns();
                    ops.kernels().elementwise().sum(normed.data(), normed.at(channel, row),
                            positions, channel * tokens.columns() + to,
                            tokens.data(), tokens.at(channel, 0) + to, x.columns());
                }
            });
            ops.workspace().release(normed);
            ops.workspace().release(x);
            return tokens;
        }

        Tensor downsample(Tensor tokens) {
            Tensor y = tokens;
            if (down != null) {
                y = ops.workspace().take(down.rows(), 1, tokens.columns());
                ops.tokenGemm().multiply(down, MatrixColumns.of(tokens), tokens.columns(),
                        ops.sinks().linear(y, downBias));
                ops.workspace().release(tokens);
            }
            return intoRows(y);
        }

        private Tensor intoRows(Tensor tokens) {
            int columns = tokens.columns() / rows;
            if (columns % Tensor.ALIGNMENT == 0 || rows == 1) {
                return tokens.reshaped(tokens.channels(), rows, columns);
            }
            Tensor y = ops.workspace().take(tokens.channels(), rows, columns);
            for (int channel = 0; channel < y.channels(); channel++) {
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(tokens.data(), tokens.at(channel, 0) + row * columns,
                            y.data(), y.at(channel, row), columns);
                }
            }
            ops.workspace().release(tokens);
            return y;
        }
    }

    /** Both branches' activations. */
    record Pair(Tensor spectral, Tensor temporal) {
    }

    private final Branch spectral;
    private final Branch temporal;

    /**
     * @param channels of the encoders' outputs
     * @param rows     frequency rows of the spectral branch
     * @param frames   columns of the spectral branch
     * @param samples  columns of the temporal branch
     */
    CrossTransformer(Parameters p, int channels, int rows, int frames, int samples, int heads, Ops ops) {
        Attention attention = new Attention(heads, ops.kernels(), ops.workers());
        this.spectral = new Branch(p, "", channels, rows, frames, attention, ops);
        this.temporal = new Branch(p, "_t", channels, 1, samples, attention, ops);
        if (spectral.layers.size() != temporal.layers.size()) {
            throw new IllegalArgumentException("the transformer has %d spectral and %d temporal layers"
                    .formatted(spectral.layers.size(), temporal.layers.size()));
        }
    }

    int layers() {
        return spectral.layers.size();
    }

    TransformerLayer spectralLayer(int index) {
        return spectral.layers.get(index);
    }

    /** {@code (C, F, T)} and {@code (C, 1, T')} to the same shapes; releases its inputs. */
    Pair forward(Tensor x, Tensor xt, StageListener stages) {
        Tensor up = spectral.upsample(x);
        Tensor upT = temporal.upsample(xt);
        stages.done("channel_upsampler", up);
        stages.done("channel_upsampler_t", upT);
        Tensor tokens = spectral.tokens(up);
        Tensor tokensT = temporal.tokens(upT);
        stages.done("crosstransformer.norm_in", tokens);
        stages.done("crosstransformer.norm_in_t", tokensT);
        for (int i = 0; i < layers(); i++) {
            TransformerLayer layer = spectral.layers.get(i);
            TransformerLayer layerT = temporal.layers.get(i);
            // Upstream lets the temporal layer attend to the spectral branch as it was before this index.
            Tensor forSpectral = layer.isCross() ? layer.project(tokensT) : null;
            Tensor forTemporal = layerT.isCross() ? layerT.project(tokens) : null;
            layer.forward(tokens, forSpectral);
            stages.done("crosstransformer.layers." + i, tokens);
            layerT.forward(tokensT, forTemporal);
            stages.done("crosstransformer.layers_t." + i, tokensT);
        }
        Tensor down = spectral.downsample(tokens);
        Tensor downT = temporal.downsample(tokensT);
        stages.done("channel_downsampler", down);
        stages.done("channel_downsampler_t", downT);
        return new Pair(down, downT);
    }
}
