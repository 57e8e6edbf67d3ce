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
import java.util.function.BooleanSupplier;

/** Loads the models of the catalogue, fetching weights that are not on this computer. */
public final class ModelNetworks implements NetworkLoader {

    private final ModelCatalogue catalogue;
    private final ModelStore store;
    private final ModelFetcher fetcher;
    private final Opener opener;

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
        return opener.open(model, weights);
    }

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
