package app.partita.engine.htdemucs;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import java.util.function.BooleanSupplier;

/** {@link HtDemucs} as the engine sees it. */
final class HtDemucsNetwork implements SegmentNetwork {

    private final ModelSpec spec;
    private final String identity;
    private final HtDemucs network;
    private final Workers workers;
    private final StageCosts costs;

    HtDemucsNetwork(ModelSpec spec, String identity, HtDemucs network, Workers workers) {
        this.spec = spec;
        this.identity = identity;
        this.network = network;
        this.workers = workers;
        this.costs = new StageCosts(network.crossTransformer().layers());
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public void separate(float[] mixture, float[] stems, StepListener steps, BooleanSupplier cancelled) {
        workers.cancelWhen(cancelled);
        StageCosts.Meter meter = costs.meter(steps);
        network.forward(mixture, stems, (String stage, Tensor output) -> meter.done(stage));
    }

    @Override
    public void close() {
        workers.close();
    }
}
