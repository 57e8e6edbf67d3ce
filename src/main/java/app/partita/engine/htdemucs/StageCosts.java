package app.partita.engine.htdemucs;

import app.partita.engine.SegmentNetwork.StepListener;
import java.util.Map;

/**
 * How a segment's time is shared among its stages, as the benchmark Layers measured it on the released
 * network (AVX-512, 2 threads): what moves the progress inside
 * a segment. The shares need not be exact, only the order of the stages counts for correctness.
 */
final class StageCosts {

    /** Thousandths of a segment's time. */
    private static final Map<String, Integer> MEASURED = Map.ofEntries(
            Map.entry("spectrogram", 4), Map.entry("standardised", 1), Map.entry("freq_emb", 1),
            Map.entry("tencoder.0", 13), Map.entry("encoder.0", 23),
            Map.entry("tencoder.1", 12), Map.entry("encoder.1", 22),
            Map.entry("tencoder.2", 10), Map.entry("encoder.2", 18),
            Map.entry("tencoder.3", 8), Map.entry("encoder.3", 15),
            Map.entry("channel_upsampler", 4), Map.entry("crosstransformer.norm_in", 1),
            Map.entry("channel_downsampler", 4),
            Map.entry("decoder.0", 46), Map.entry("tdecoder.0", 12),
            Map.entry("decoder.1", 46), Map.entry("tdecoder.1", 13),
            Map.entry("decoder.2", 51), Map.entry("tdecoder.2", 16),
            Map.entry("decoder.3", 59), Map.entry("tdecoder.3", 18),
            Map.entry("output", 19));
    private static final int SPECTRAL_LAYER = 79;
    private static final int TEMPORAL_LAYER = 36;

    private final int total;

    /** @param layers of the transformer */
    StageCosts(int layers) {
        this.total = MEASURED.values().stream().mapToInt(Integer::intValue).sum()
                + layers * (SPECTRAL_LAYER + TEMPORAL_LAYER);
    }

    private static int cost(String stage) {
        if (stage.startsWith("crosstransformer.layers.")) {
            return SPECTRAL_LAYER;
        }
        return stage.startsWith("crosstransformer.layers_t.") ? TEMPORAL_LAYER : MEASURED.getOrDefault(stage, 0);
    }

    /** Begins a segment. */
    Meter meter(StepListener steps) {
        return new Meter(steps);
    }

    /** Adds up the stages of one segment. */
    final class Meter {

        private final StepListener steps;
        private int sum;

        private Meter(StepListener steps) {
            this.steps = steps;
        }

        void done(String stage) {
            int cost = cost(stage);
            if (cost > 0) {
                sum += cost;
                steps.done(Math.min(1.0, (double) sum / total));
            }
        }
    }
}
