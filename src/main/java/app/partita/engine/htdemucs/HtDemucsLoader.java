package app.partita.engine.htdemucs;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.TensorStore;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsFile;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Makes a network out of a weights file. */
public final class HtDemucsLoader {

    private static final int SAMPLE_RATE = 44100;

    private final Kernels kernels;

    public HtDemucsLoader(Kernels kernels) {
        this.kernels = kernels;
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
        try (Weights file = WeightsFile.open(weights)) {
            return load(name, file.store(), threads);
        }
    }

    /** As {@link #load(String, Path, int)}, from tensors that are there already. */
    SegmentNetwork load(String name, TensorStore store, int threads) throws Fault {
        Workers workers = new Workers(threads);
        boolean loaded = false;
        try {
            HtDemucs network = new HtDemucs(store, kernels, workers);
            store.finish();
            ModelSpec spec = new ModelSpec(name, stems(store, network.sources()), SAMPLE_RATE,
                    network.audioChannels(), network.samples());
            loaded = true;
            return new HtDemucsNetwork(spec, network, workers);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof Fault fault ? fault : notThisTopology(store, e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            throw notThisTopology(store, e);
        } finally {
            if (!loaded) {
                workers.close();
            }
        }
    }

    private static List<StemKind> stems(TensorStore store, int sources) throws Fault {
        ModelArguments arguments = store.arguments();
        if (arguments.sources().size() != sources) {
            throw new Fault(store.origin() + ": names " + arguments.sources().size() + " stems but computes " + sources,
                    "Use a weights file of HTDemucs whose arguments belong to it.");
        }
        try {
            return arguments.sources().stream().map(id -> StemKind.valueOf(id.toUpperCase(Locale.ROOT))).toList();
        } catch (IllegalArgumentException e) {
            throw new Fault(store.origin() + ": has stems that Partita does not know: " + arguments.sources(),
                    "Use a weights file of HTDemucs.", e);
        }
    }

    private static Fault notThisTopology(TensorStore store, RuntimeException e) {
        return new Fault(store.origin() + ": its tensors do not make an HTDemucs network",
                "Use a weights file of HTDemucs (v4), or fetch one: partita models fetch htdemucs", e);
    }
}
