package app.partita.jobs;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps networks that were used, so that the songs of a batch load them once. Safe for use by several threads; a
 * borrowed network belongs to its borrower until it is given back.
 *
 * <p>Together with those that are lent there are never more of them than jobs run at once, and none is kept for long
 * when nobody asks for it.
 *
 * <p>The first segment of a program takes several times as long as the next one, since its code is not compiled yet.
 * {@link #warmUp} does that before anybody waits for it.
 */
public final class NetworkShelf implements AutoCloseable {

    private static final Logger LOG = System.getLogger(NetworkShelf.class.getName());
    private static final long POLL_MILLIS = 50;

    /**
     * On what terms networks are kept.
     *
     * @param loading under which they are loaded now; one that was loaded under others is not lent any more
     * @param most    how many there may be, as long as no more are needed
     * @param later   runs something when a network that nobody asked for meanwhile should be let go
     */
    public record Terms(Supplier<?> loading, IntSupplier most, Executor later) {

        /** One network, kept to the end. */
        static final Terms ONE = new Terms(() -> "always the same", () -> 1, never -> { });
    }

    private final NetworkLoader loader;
    private final Terms terms;
    private final Deque<Loan> idle = new ArrayDeque<>();
    private int lent;
    private long uses;
    private boolean closed;
    private WarmUp warming;

    /** One that keeps the last network until it is closed. */
    public NetworkShelf(NetworkLoader loader) {
        this(loader, Terms.ONE);
    }

    public NetworkShelf(NetworkLoader loader, Terms terms) {
        this.loader = loader;
        this.terms = terms;
    }

    /** A network in the hands of a borrower, who gives it back or, if it broke, discards it. */
    public final class Loan {

        private final String model;
        private final Object loading;
        private final SegmentNetwork network;

        private Loan(String model, Object loading, SegmentNetwork network) {
            this.model = model;
            this.loading = loading;
            this.network = network;
        }

        public SegmentNetwork network() {
            return network;
        }

        /** Puts it back for the next one who wants it. */
        public void giveBack() {
            takeBack(this);
        }

        /** Nobody gets it again. */
        public void discard() {
            ended();
            network.close();
        }
    }

    /**
     * A network from the shelf, or a newly loaded one.
     *
     * @throws Fault as {@link NetworkLoader#load}, which also tells when it is cancelled
     */
    public Loan borrow(String model, NetworkLoader.Listener listener, BooleanSupplier cancelled) throws Fault {
        awaitWarmUp(cancelled);
        Object loading = terms.loading().get();
        List<Loan> dropped = new ArrayList<>();
        Loan found = take(model, loading, dropped);
        dropped.forEach(loan -> loan.network.close());
        if (found != null) {
            listener.loading();
            return found;
        }
        boolean loaded = false;
        try {
            Loan loan = new Loan(model, loading, loader.load(model, listener, cancelled));
            loaded = true;
            return loan;
        } finally {
            if (!loaded) {
                ended();
            }
        }
    }

    /**
     * Loads a network and lets it run over a segment of silence, on a thread of its own. Who borrows meanwhile gets it
     * at its next step.
     *
     * @param may asked first, on that thread: whether that makes sense
     */
    public synchronized void warmUp(String model, BooleanSupplier may) {
        if (warming == null && idle.isEmpty() && lent == 0 && !closed) {
            WarmUp warmUp = new WarmUp(loader, model, may);
            warming = warmUp;
            Thread.ofPlatform().name("warm-up").daemon().start(() -> run(warmUp));
        }
    }

    private void run(WarmUp warmUp) {
        Object loading = terms.loading().get();
        try {
            warmUp.run().ifPresent(network -> {
                begun();
                takeBack(new Loan(warmUp.model(), loading, network));
            });
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

    /** The one that was used last, of those that fit; what must make room is {@code dropped}. */
    private synchronized Loan take(String model, Object loading, List<Loan> dropped) {
        uses++;
        lent++;
        drop(loan -> !loan.loading.equals(loading), dropped);
        for (Loan loan : idle) {
            if (loan.model.equals(model)) {
                idle.remove(loan);
                return loan;
            }
        }
        shrink(dropped);
        return null;
    }

    private void takeBack(Loan loan) {
        List<Loan> dropped = new ArrayList<>();
        long use;
        synchronized (this) {
            lent--;
            idle.addFirst(loan);
            drop(each -> closed || !each.loading.equals(terms.loading().get()), dropped);
            shrink(dropped);
            use = ++uses;
        }
        dropped.forEach(each -> each.network.close());
        terms.later().execute(() -> letGo(use));
    }

    private synchronized void begun() {
        lent++;
    }

    private synchronized void ended() {
        lent--;
    }

    /** Lets those go that were used least lately until there are not too many. */
    private void shrink(List<Loan> dropped) {
        while (!idle.isEmpty() && idle.size() + lent > terms.most().getAsInt()) {
            dropped.add(idle.removeLast());
        }
    }

    private void drop(Predicate<Loan> condition, List<Loan> dropped) {
        idle.stream().filter(condition).forEach(dropped::add);
        idle.removeAll(dropped);
    }

    private void letGo(long use) {
        List<Loan> dropped = new ArrayList<>();
        synchronized (this) {
            if (use == uses) {
                drop(loan -> true, dropped);
            }
        }
        dropped.forEach(loan -> loan.network.close());
    }

    /** Closes what is on the shelf, and what is given back later. */
    @Override
    public void close() {
        List<Loan> dropped = new ArrayList<>();
        synchronized (this) {
            closed = true;
            drop(loan -> true, dropped);
        }
        dropped.forEach(loan -> loan.network.close());
        awaitWarmUp(() -> false);
    }
}
