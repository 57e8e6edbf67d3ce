package app.partita.engine.weights;

import java.util.List;

/**
 * What a network needs to know and its tensors' shapes do not tell.
 *
 * @param segmentNumerator   the segment's length in seconds, above 0, as a fraction
 * @param segmentDenominator above 0
 * @param transformerHeads   attention heads, above 0
 * @param freqEmbedding      factor of the stored frequency embedding: {@code freq_emb · emb_scale}
 * @param sources            the network's outputs, in its order
 */
public record ModelArguments(int segmentNumerator, int segmentDenominator, int transformerHeads,
                             double freqEmbedding, List<String> sources) {

    /** Those of the released htdemucs. */
    public static final ModelArguments RELEASED =
            new ModelArguments(39, 5, 8, 2.0, List.of("drums", "bass", "other", "vocals"));

    public ModelArguments {
        if (segmentNumerator < 1 || segmentDenominator < 1 || transformerHeads < 1 || !Double.isFinite(freqEmbedding)) {
            throw new IllegalArgumentException("impossible model arguments");
        }
        sources = List.copyOf(sources);
    }

    /** The segment's length in frames, rounded down. */
    public int segmentFrames(int sampleRate) {
        return Math.toIntExact((long) sampleRate * segmentNumerator / segmentDenominator);
    }
}
