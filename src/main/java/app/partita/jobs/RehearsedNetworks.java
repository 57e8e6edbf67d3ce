package app.partita.jobs;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import java.util.function.BooleanSupplier;

/** Loads networks whose first segment ends the rehearsal. */
final class RehearsedNetworks implements NetworkLoader {

    private final NetworkLoader loader;
    private final Runnable curtain;

    /** @param curtain ends the rehearsal, if it still goes on */
    RehearsedNetworks(NetworkLoader loader, Runnable curtain) {
        this.loader = loader;
        this.curtain = curtain;
    }

    @Override
    public SegmentNetwork load(String model, Listener listener, BooleanSupplier cancelled) throws Fault {
        return new Rehearsed(loader.load(model, listener, cancelled));
    }

    @Override
    public void prepare(String model) throws Fault {
        loader.prepare(model);
    }

    @Override
    public void close() {
        curtain.run();
        loader.close();
    }

    private final class Rehearsed implements SegmentNetwork {

        private final SegmentNetwork network;

        Rehearsed(SegmentNetwork network) {
            this.network = network;
        }

        @Override
        public ModelSpec spec() {
            return network.spec();
        }

        @Override
        public String identity() {
            return network.identity();
        }

        @Override
        public void separate(float[] mixture, float[] stems, StepListener steps, BooleanSupplier cancelled) {
            curtain.run();
            network.separate(mixture, stems, steps, cancelled);
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
