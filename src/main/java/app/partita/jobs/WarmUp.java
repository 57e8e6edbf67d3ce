package app.partita.jobs;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Loads a network and has it compute one segment for nothing, until somebody wants it for something. */
final class WarmUp {

    private static final NetworkLoader.Listener DEAF = new NetworkLoader.Listener() {
        @Override
        public void fetching(double fraction) { }

        @Override
        public void loading() { }
    };

    private final NetworkLoader loader;
    private final String model;
    private final BooleanSupplier may;
    private volatile boolean wanted;

    WarmUp(NetworkLoader loader, String model, BooleanSupplier may) {
        this.loader = loader;
        this.model = model;
        this.may = may;
    }

    String model() {
        return model;
    }

    /** The network is wanted now. */
    void giveWay() {
        wanted = true;
    }

    /** The network, warm or wanted; empty if there is no sense in it. */
    Optional<SegmentNetwork> run() throws Fault {
        if (!may.getAsBoolean()) {
            return Optional.empty();
        }
        SegmentNetwork network = loader.load(model, DEAF, () -> false);
        ModelSpec spec = network.spec();
        float[] silence = new float[spec.channels() * spec.segmentFrames()];
        try {
            network.separate(silence, new float[spec.stems().size() * silence.length], _ -> { }, () -> wanted);
        } catch (CancellationException interruptedByABorrower) {
            return Optional.of(network);
        } catch (RuntimeException | Error broken) {
            network.close();
            throw broken;
        }
        return Optional.of(network);
    }
}
