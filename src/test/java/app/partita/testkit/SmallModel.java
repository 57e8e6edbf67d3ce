package app.partita.testkit;

import app.partita.engine.SegmentNetwork;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.fault.Fault;
import app.partita.jobs.NetworkLoader;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The small network of the golden files: all of the engine, in segments of half a second. */
public final class SmallModel {

    /** Its weights. */
    public static final Path WEIGHTS = resource("/golden/small/model_fp16.safetensors");

    private SmallModel() {
    }

    /** Loads it, whatever the name is that is asked for. */
    public static SegmentNetwork load(String name, NetworkLoader.Listener listener) throws Fault {
        listener.loading();
        return new HtDemucsLoader(Kernels.best()).load(name, WEIGHTS, 1);
    }

    private static Path resource(String name) {
        try {
            return Path.of(SmallModel.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
