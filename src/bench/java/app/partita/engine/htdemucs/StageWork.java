package app.partita.engine.htdemucs;

import app.partita.engine.tensor.Tensor;
import app.partita.engine.weights.TensorStore;
import app.partita.fault.Fault;
import java.util.Arrays;

/**
 * How many multiplications and additions a stage consists of, from the shapes of its tensors: convolutions, linear
 * layers and attention; norms and activations do not count. The sum over a segment is what papers call its FLOPs.
 */
final class StageWork {

    private static final int STEP = 4;

    private final TensorStore store;
    private long spectralTokens;
    private long temporalTokens;

    StageWork(TensorStore store) {
        this.store = store;
    }

    /** The work of a stage that just ended with {@code output}; stages are asked for in their order. */
    double flops(String stage, Tensor output) {
        long positions = (long) output.rows() * output.columns();
        String layer = stage.replaceAll("\\.\\d+$", "");
        switch (stage) {
            case "crosstransformer.norm_in" -> spectralTokens = positions;
            case "crosstransformer.norm_in_t" -> temporalTokens = positions;
            default -> { }
        }
        return switch (layer) {
            case "encoder", "tencoder", "channel_upsampler", "channel_upsampler_t", "channel_downsampler",
                    "channel_downsampler_t" -> 2.0 * weights(stage) * positions;
            // Every weight meets every input of the layer, which is a quarter of what leaves it.
            case "decoder", "tdecoder" -> 2.0 * weights(stage) * Math.ceilDiv(positions, STEP);
            case "crosstransformer.layers" -> transformer(stage, spectralTokens, temporalTokens, output.channels());
            case "crosstransformer.layers_t" -> transformer(stage, temporalTokens, spectralTokens, output.channels());
            default -> 0;
        };
    }

    private double transformer(String stage, long tokens, long otherTokens, int width) {
        boolean cross = store.has(stage + ".cross_attn.in_proj_weight");
        long keys = cross ? otherTokens : tokens;
        double linear = (double) weights(stage) * tokens;
        if (cross) {
            boolean spectral = stage.startsWith("crosstransformer.layers.");
            // Keys and values of both branches are projected before the spectral layer, and so in its time.
            linear += 2.0 * width * width * ((spectral ? tokens + otherTokens : 0) - tokens);
        }
        return 2 * (linear + 2.0 * width * tokens * keys);
    }

    private long weights(String stage) {
        return store.names().stream().filter(name -> name.startsWith(stage + ".")).mapToLong(name -> {
            try {
                int[] shape = store.shape(name);
                return shape.length > 1 ? Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) : 0;
            } catch (Fault impossible) {
                throw new IllegalStateException(impossible);
            }
        }).sum();
    }
}
