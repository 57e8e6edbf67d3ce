package app.partita.jobs;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import java.util.function.BooleanSupplier;

/**
 * Keeps the last network that was used, so that the songs of a batch load it once. Safe for use by several threads; a
 * borrowed network belongs to its borrower until it is given back.
 */
public final class NetworkShelf implements AutoCloseable {

    private record Kept(String model, SegmentNetwork network) {
    }

    private final NetworkLoader loader;
    private Kept kept;

    public NetworkShelf(NetworkLoader loader) {
        this.loader = loader;
    }

    /** The network from the shelf, or a newly loaded one. */
    public SegmentNetwork borrow(String model, NetworkLoader.Listener listener, BooleanSupplier cancelled)
            throws Fault {
        Kept found = take();
        if (found != null && found.model().equals(model)) {
            listener.loading();
            return found.network();
        }
        if (found != null) {
            found.network().close();
        }
        return loader.load(model, listener, cancelled);
    }

    /** Puts a borrowed network back for the next one who wants it. */
    public void giveBack(String model, SegmentNetwork network) {
        Kept before;
        synchronized (this) {
            before = kept;
            kept = new Kept(model, network);
        }
        if (before != null) {
            before.network().close();
        }
    }

    /** Closes what is on the shelf. */
    @Override
    public void close() {
        Kept found = take();
        if (found != null) {
            found.network().close();
        }
    }

    private synchronized Kept take() {
        Kept found = kept;
        kept = null;
        return found;
    }
}
