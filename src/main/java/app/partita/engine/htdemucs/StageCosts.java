package app.partita.engine.htdemucs;

import app.partita.engine.SegmentNetwork.StepListener;
import java.util.Map;

/**
 * How a segment's time is shared among its stages, as measured on the released network: what moves the progress inside
 * a segment. The shares need not be exact, only the order of the stages counts for correctness.
 */
final class StageCosts {

    /** Thousandths of a segment's time. */
    private static final Map<String, Integer> MEASURED = Map.ofEntries(
            Map.entry("spectrogram", 15), Map.entry("standardised", 5), Map.entry("standardised_t", 2),
            Map.entry("tencoder.0", 20), Map.entry("encoder.0", 40), Map.entry("freq_emb", 2),
            Map.entry("tencoder.1", 15), Map.entry("encoder.1", 30),
            Map.entry("tencoder.2", 10), Map.entry("encoder.2", 25),
            Map.entry("tencoder.3", 10), Map.entry("encoder.3", 25),
            Map.entry("channel_upsampler", 3), Map.entry("channel_upsampler_t", 2),
            Map.entry("crosstransformer.norm_in", 2), Map.entry("crosstransformer.norm_in_t", 1),
            Map.entry("channel_downsampler", 3), Map.entry("channel_downsampler_t", 2),
            Map.entry("decoder.0", 55), Map.entry("tdecoder.0", 15),
            Map.entry("decoder.1", 60), Map.entry("tdecoder.1", 15),
            Map.entry("decoder.2", 70), Map.entry("tdecoder.2", 20),
            Map.entry("decoder.3", 90), Map.entry("tdecoder.3", 20),
            Map.entry("output", 30));
    private static final int SPECTRAL_LAYER = 75;
    private static final int TEMPORAL_LAYER = 28;

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
