package app.partita.engine;

import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemWorkFile;
import java.util.function.BooleanSupplier;

/**
 * Separates whole songs with a network that knows only segments. Runs on the calling thread; one song at a time.
 */
public final class SeparationEngine {

    private final SegmentNetwork network;

    public SeparationEngine(SegmentNetwork network) {
        this.network = network;
    }

    /** What the network takes and gives. */
    public ModelSpec spec() {
        return network.spec();
    }

    /**
     * Separates a song, which may still be growing, to its end.
     *
     * @param mixture       at the network's rate and channels
     * @param normalisation of this song
     * @param order         which part comes first
     * @param out           fresh, for the network's stems; complete when this returns
     * @param listener      told on this thread
     * @param cancelled     asked often
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     * @throws Fault when a work file cannot be written, the song cannot be decoded, or the network gives no numbers
     */
    public void separate(MixtureFile mixture, Normalisation normalisation, SeparationOptions options,
                         SegmentOrder order, StemWorkFile out, EngineListener listener, BooleanSupplier cancelled)
            throws Fault {
        throw new UnsupportedOperationException();
    }
}
