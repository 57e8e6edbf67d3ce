package app.partita.bench;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import java.util.Random;

/** Our engine, from waveform to waveforms: the transforms to the spectrogram and back are part of its time. */
final class Partita implements Contestant {

    private static final long SEED = 11;

    private final SegmentNetwork network;
    private final float[] mixture;
    private final float[] stems;

    Partita(SegmentNetwork network) {
        this.network = network;
        ModelSpec spec = network.spec();
        mixture = new float[spec.channels() * spec.segmentFrames()];
        stems = new float[spec.stems().size() * mixture.length];
        Random random = new Random(SEED);
        for (int i = 0; i < mixture.length; i++) {
            mixture[i] = (float) (0.1 * random.nextGaussian());
        }
    }

    @Override
    public void separate() {
        network.separate(mixture, stems, fraction -> { }, () -> false);
    }

    @Override
    public void close() {
        network.close();
    }
}
