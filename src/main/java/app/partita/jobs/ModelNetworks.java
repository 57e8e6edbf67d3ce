package app.partita.jobs;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import app.partita.models.FetchListener;
import app.partita.models.Model;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelFetcher;
import app.partita.models.ModelStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Loads the models of the catalogue, fetching weights that are not on this computer. */
public final class ModelNetworks implements NetworkLoader {

    private static final long POLL_MILLIS = 50;

    private final ModelCatalogue catalogue;
    private final ModelStore store;
    private final ModelFetcher fetcher;
    private final Opener opener;
    private final AtomicReference<Opening> prepared = new AtomicReference<>();

    public ModelNetworks(ModelCatalogue catalogue, ModelStore store, ModelFetcher fetcher, Opener opener) {
        this.catalogue = catalogue;
        this.store = store;
        this.fetcher = fetcher;
        this.opener = opener;
    }

    /** Makes a network of a weights file. */
    @FunctionalInterface
    public interface Opener {

        /** @throws Fault if the file does not hold the model's weights, whole and sound */
        SegmentNetwork open(Model model, Path weights) throws Fault;
    }

    @Override
    public SegmentNetwork load(String name, Listener listener, BooleanSupplier cancelled) throws Fault {
        Model model = catalogue.find(name);
        Optional<Path> here = store.locate(model);
        Path weights = here.isPresent() ? here.get() : fetcher.fetch(model, new Relay(listener), cancelled);
        listener.loading();
        return await(opening(model, weights), cancelled);
    }

    @Override
    public void prepare(String name) throws Fault {
        Model model = catalogue.find(name);
        store.locate(model).ifPresent(weights -> letGo(prepared.getAndSet(begin(model, weights))));
    }

    @Override
    public void close() {
        letGo(prepared.getAndSet(null));
    }

    private CompletableFuture<SegmentNetwork> opening(Model model, Path weights) {
        Opening ahead = prepared.getAndSet(null);
        if (ahead != null && ahead.weights.equals(weights)) {
            return ahead.network;
        }
        letGo(ahead);
        return begin(model, weights).network;
    }

    /** Loading cannot be stopped, so it runs on a thread that can be left to itself. */
    private Opening begin(Model model, Path weights) {
        CompletableFuture<SegmentNetwork> opened = new CompletableFuture<>();
        Thread.ofPlatform().name("model-loader").daemon().start(() -> {
            try {
                opened.complete(opener.open(model, weights));
            } catch (Fault | RuntimeException | Error failure) {
                opened.completeExceptionally(failure);
            }
        });
        return new Opening(weights, opened);
    }

    private static SegmentNetwork await(CompletableFuture<SegmentNetwork> opened, BooleanSupplier cancelled)
            throws Fault {
        while (true) {
            try {
                return opened.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillLoading) {
                if (cancelled.getAsBoolean()) {
                    throw leave(opened);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw leave(opened);
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private static RuntimeException rethrown(Throwable failure) throws Fault {
        if (failure instanceof Fault fault) {
            throw fault;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException broken ? broken : new IllegalStateException(failure);
    }

    private static CancellationException leave(CompletableFuture<SegmentNetwork> opened) {
        opened.thenAccept(SegmentNetwork::close);
        return new CancellationException();
    }

    private static void letGo(Opening unwanted) {
        if (unwanted != null) {
            unwanted.network.thenAccept(SegmentNetwork::close);
        }
    }

    /** Weights that are being loaded. */
    private record Opening(Path weights, CompletableFuture<SegmentNetwork> network) {}

    private record Relay(Listener listener) implements FetchListener {

        @Override
        public void trying(String source) {
            listener.fetching(0);
        }

        @Override
        public void progress(double fraction) {
            listener.fetching(fraction);
        }
    }
}
