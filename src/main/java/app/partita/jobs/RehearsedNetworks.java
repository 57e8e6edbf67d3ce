package app.partita.jobs;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/**
 * Loads networks for a command that separates at once: from its start to the first segment the engine rehearses on a
 * thread of its own, beside the loading and the decoding.
 */
public final class RehearsedNetworks implements NetworkLoader {

    private static final Logger LOG = System.getLogger(RehearsedNetworks.class.getName());

    private final NetworkLoader loader;
    private volatile boolean over;

    private RehearsedNetworks(NetworkLoader loader) {
        this.loader = loader;
    }

    /** What is done until the first segment. */
    @FunctionalInterface
    public interface Rehearsal {

        /** Returns soon after {@code over} answers true. */
        void run(BooleanSupplier over);
    }

    /** Begins to rehearse. */
    public static RehearsedNetworks start(NetworkLoader loader, Rehearsal rehearsal) {
        RehearsedNetworks networks = new RehearsedNetworks(loader);
        Thread.ofPlatform().name("rehearsal").daemon().start(() -> networks.rehearse(rehearsal));
        return networks;
    }

    private void rehearse(Rehearsal rehearsal) {
        try {
            rehearsal.run(() -> over);
        } catch (RuntimeException | Error failed) {
            LOG.log(Level.WARNING, "the engine could not be rehearsed", failed);
        }
    }

    @Override
    public SegmentNetwork load(String model, Listener listener, BooleanSupplier cancelled) throws Fault {
        return new Rehearsed(loader.load(model, listener, cancelled));
    }

    @Override
    public void prepare(String model) throws Fault {
        loader.prepare(model);
    }

    /** The rehearsal ends, too, if it still goes on. */
    @Override
    public void close() {
        over = true;
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
            over = true;
            network.separate(mixture, stems, steps, cancelled);
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
