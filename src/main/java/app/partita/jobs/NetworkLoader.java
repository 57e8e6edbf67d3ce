package app.partita.jobs;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import java.util.function.BooleanSupplier;

/** Brings a model by its name, fetching its weights if they are missing. */
@FunctionalInterface
public interface NetworkLoader extends AutoCloseable {

    /**
     * Loads a network; the caller closes it.
     *
     * @param listener told on this thread
     * @throws Fault if there is no such model, or its weights cannot be had or read
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    SegmentNetwork load(String model, Listener listener, BooleanSupplier cancelled) throws Fault;

    /**
     * The network will be wanted soon: where that helps, its loading begins now, if its weights are here. What comes of
     * it, {@link #load} tells.
     *
     * @throws Fault if there is no such model
     */
    default void prepare(String model) throws Fault {
    }

    /** Lets go of what was prepared and not loaded. */
    @Override
    default void close() {
    }

    /** Told what the loader is doing. */
    interface Listener {

        /** A person is asked for something; how long that takes is not the work's time. */
        default void asking() {
        }

        /** The person answered, or nobody waits for the answer any more. */
        default void answered() {
        }

        /** So much of missing weights is here, 0 to 1. */
        void fetching(double fraction);

        /** The weights are here and are being loaded. */
        void loading();
    }
}
