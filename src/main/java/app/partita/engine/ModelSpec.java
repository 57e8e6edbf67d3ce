package app.partita.engine;

import app.partita.stems.StemKind;
import java.util.List;

/**
 * What a network takes and gives.
 *
 * @param name          the model's name, such as {@code htdemucs}
 * @param stems         the stems in the order of the network's outputs
 * @param sampleRate    in Hz
 * @param channels      audio channels in and out
 * @param segmentFrames the length of a segment, in frames
 */
public record ModelSpec(String name, List<StemKind> stems, int sampleRate, int channels, int segmentFrames) {

    public ModelSpec {
        stems = List.copyOf(stems);
    }
}
