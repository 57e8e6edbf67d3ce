package app.partita.jobs;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Keeps the last network that was used, so that the songs of a batch load it once. Safe for use by several threads; a
 * borrowed network belongs to its borrower until it is given back.
 *
 * <p>The first segment of a program takes several times as long as the next one, since its code is not compiled yet.
 * {@link #warmUp} does that before anybody waits for it.
 */
public final class NetworkShelf implements AutoCloseable {

    private static final Logger LOG = System.getLogger(NetworkShelf.class.getName());
    private static final long POLL_MILLIS = 50;

    private record Kept(String model, SegmentNetwork network) {
    }

    private final NetworkLoader loader;
    private Kept kept;
    private WarmUp warming;

    public NetworkShelf(NetworkLoader loader) {
        this.loader = loader;
    }

    /** The network from the shelf, or a newly loaded one. */
    public SegmentNetwork borrow(String model, NetworkLoader.Listener listener, BooleanSupplier cancelled)
            throws Fault {
        awaitWarmUp(cancelled);
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

    /**
     * Loads a network and lets it run over a segment of silence, on a thread of its own. Who borrows meanwhile gets it
     * at its next step.
     *
     * @param may asked first, on that thread: whether that makes sense
     */
    public synchronized void warmUp(String model, BooleanSupplier may) {
        if (warming == null && kept == null) {
            WarmUp warmUp = new WarmUp(loader, model, may);
            warming = warmUp;
            Thread.ofPlatform().name("warm-up").daemon().start(() -> run(warmUp));
        }
    }

    private void run(WarmUp warmUp) {
        try {
            warmUp.run().ifPresent(network -> giveBack(warmUp.model(), network));
        } catch (Fault | RuntimeException | Error failed) {
            LOG.log(Level.WARNING, "the network could not be warmed up", failed);
        } finally {
            synchronized (this) {
                warming = null;
                notifyAll();
            }
        }
    }

    private synchronized void awaitWarmUp(BooleanSupplier cancelled) {
        while (warming != null) {
            warming.giveWay();
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            try {
                wait(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for the network");
            }
        }
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
        awaitWarmUp(() -> false);
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
