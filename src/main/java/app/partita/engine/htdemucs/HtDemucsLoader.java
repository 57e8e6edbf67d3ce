package app.partita.engine.htdemucs;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.TensorCache;
import app.partita.engine.weights.TensorStore;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsDigests;
import app.partita.engine.weights.WeightsFile;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a network out of a weights file, or out of the cache that the first loading leaves behind. */
public final class HtDemucsLoader {

    private static final System.Logger LOG = System.getLogger(HtDemucsLoader.class.getName());
    private static final int SAMPLE_RATE = 44100;
    private static final String SUFFIX = ".weights";

    private final Kernels kernels;
    private final Optional<Path> cacheFolder;

    /** A loader that reads the weights file each time. */
    public HtDemucsLoader(Kernels kernels) {
        this(kernels, Optional.empty());
    }

    /** A loader that keeps packed weights in a folder. */
    public HtDemucsLoader(Kernels kernels, Path cacheFolder) {
        this(kernels, Optional.of(cacheFolder));
    }

    private HtDemucsLoader(Kernels kernels, Optional<Path> cacheFolder) {
        this.kernels = kernels;
        this.cacheFolder = cacheFolder;
    }

    /**
     * Loads a network.
     *
     * @param name    the model's name, for its {@link ModelSpec}
     * @param weights ONNX, safetensors or .th
     * @param threads how many threads compute
     * @throws Fault when the file is not a whole HTDemucs
     */
    public SegmentNetwork load(String name, Path weights, int threads) throws Fault {
        String digest = cacheFolder.isPresent()
                ? new WeightsDigests(cacheFolder.get()).of(weights) : WeightsFile.sha256(weights);
        String packed = "%s-%s-%d"
                .formatted(digest, kernels.instructionSet(), CachedParameters.VERSION);
        Origin origin = new Origin(name, weights, "%s, engine %s, Java %s".formatted(packed,
                EngineCode.running(), Runtime.version()));
        if (cacheFolder.isEmpty()) {
            return loadWeights(origin, threads, Optional.empty());
        }
        Path cache = cacheFolder.get().resolve(packed + SUFFIX);
        if (Files.exists(cache)) {
            try (TensorCache open = TensorCache.open(cache)) {
                return build(origin, new CachedParameters(open), threads, () -> { });
            } catch (Fault torn) {
                LOG.log(Level.WARNING, "The cache of packed weights is made anew", torn);
            }
        }
        return loadWeights(origin, threads, Optional.of(cache));
    }

    private SegmentNetwork loadWeights(Origin origin, int threads, Optional<Path> cache) throws Fault {
        try (Weights file = WeightsFile.open(origin.weights())) {
            TensorStore store = file.store();
            StoredParameters parameters = new StoredParameters(store);
            SegmentNetwork network = build(origin, parameters, threads, store::finish);
            if (cache.isPresent()) {
                keep(cache.get(), parameters);
            }
            return network;
        }
    }

    /** As {@link #load(String, Path, int)}, from tensors that are there already. */
    SegmentNetwork load(String name, TensorStore store, int threads) throws Fault {
        return build(new Origin(name, Path.of(store.origin()), store.origin()), new StoredParameters(store), threads,
                store::finish);
    }

    private static void keep(Path cache, StoredParameters parameters) {
        try {
            TensorCache.write(cache, CachedParameters.blobs(parameters));
            removeOlderThan(cache);
        } catch (Fault fault) {
            LOG.log(Level.WARNING, "The packed weights could not be kept: later starts take longer", fault);
        }
    }

    /** What older versions of this program packed of the same weights is 200 MB that nobody reads any more. */
    private static void removeOlderThan(Path cache) {
        String name = cache.getFileName().toString();
        Pattern versions = Pattern.compile(
                Pattern.quote(name.substring(0, name.lastIndexOf('-') + 1)) + "(\\d{1,6})" + Pattern.quote(SUFFIX));
        try (DirectoryStream<Path> older = Files.newDirectoryStream(cache.getParent(), file -> isOlder(file, versions))) {
            for (Path file : older) {
                Files.delete(file);
            }
        } catch (IOException | DirectoryIteratorException stays) {
            LOG.log(Level.INFO, "Packed weights of an older version stay", stays);
        }
    }

    private static boolean isOlder(Path file, Pattern versions) {
        Matcher name = versions.matcher(file.getFileName().toString());
        return name.matches() && Integer.parseInt(name.group(1)) < CachedParameters.VERSION;
    }

    private interface Check {

        void run() throws Fault;
    }

    /**
     * Where a network comes from.
     *
     * @param identity as {@link SegmentNetwork#identity}
     */
    private record Origin(String name, Path weights, String identity) {}

    private SegmentNetwork build(Origin origin, ParameterSource source, int threads, Check whole) throws Fault {
        Workers workers = new Workers(threads);
        boolean built = false;
        try {
            HtDemucs network = new HtDemucs(source, kernels, workers);
            whole.run();
            ModelSpec spec = new ModelSpec(origin.name(),
                    stems(source.arguments(), origin.weights(), network.sources()), SAMPLE_RATE,
                    network.audioChannels(), network.samples());
            built = true;
            return new HtDemucsNetwork(spec, origin.identity(), network, workers);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof Fault fault ? fault : notThisTopology(origin.weights(), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException
                | NegativeArraySizeException e) {
            throw notThisTopology(origin.weights(), e);
        } finally {
            if (!built) {
                workers.close();
            }
        }
    }

    private static List<StemKind> stems(ModelArguments arguments, Path weights, int sources) throws Fault {
        if (arguments.sources().size() != sources) {
            throw new Fault("%s: names %d stems but computes %d."
                    .formatted(weights.getFileName(), arguments.sources().size(), sources),
                    "Use a weights file of HTDemucs whose arguments belong to it.");
        }
        try {
            return arguments.sources().stream().map(id -> StemKind.valueOf(id.toUpperCase(Locale.ROOT))).toList();
        } catch (IllegalArgumentException e) {
            throw new Fault("%s: has stems that Partita does not know: %s."
                    .formatted(weights.getFileName(), arguments.sources()), "Use a weights file of HTDemucs.", e);
        }
    }

    private static Fault notThisTopology(Path weights, RuntimeException e) {
        return new Fault(weights.getFileName() + ": its tensors do not make an HTDemucs network.",
                "Use a weights file of HTDemucs (v4), or fetch one: partita models fetch htdemucs", e);
    }
}
