package app.partita.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/**
 * The engine's rehearsal for a command that separates at once, on a thread of its own: it begins before anything else,
 * goes on beside the reading of the command, the loading and the decoding, and is over with the first segment.
 */
public final class EngineRehearsal {

    private static final Logger LOG = System.getLogger(EngineRehearsal.class.getName());

    private volatile boolean over;

    private EngineRehearsal() {
    }

    /** What is done until then. */
    @FunctionalInterface
    public interface Play {

        /** Returns soon after {@code over} answers true. */
        void run(BooleanSupplier over);
    }

    /** Begins to rehearse. */
    public static EngineRehearsal begin(Play play) {
        EngineRehearsal rehearsal = new EngineRehearsal();
        Thread.ofPlatform().name("rehearsal").daemon().start(() -> rehearsal.run(play));
        return rehearsal;
    }

    private void run(Play play) {
        try {
            play.run(() -> over);
        } catch (RuntimeException | Error failed) {
            LOG.log(Level.WARNING, "the engine could not be rehearsed", failed);
        }
    }

    /** Loads the networks for which this was the rehearsal. */
    public NetworkLoader before(NetworkLoader loader) {
        return new RehearsedNetworks(loader, () -> over = true);
    }
}
