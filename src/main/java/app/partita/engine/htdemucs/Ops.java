package app.partita.engine.htdemucs;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.nn.Gemm;
import app.partita.engine.nn.Normaliser;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.nn.Sinks;
import app.partita.engine.nn.StrassenGemm;
import app.partita.engine.tensor.Workers;
import app.partita.engine.tensor.Workspace;

/**
 * What all layers of one network share.
 *
 * @param tokenGemm for the transformer's linear layers
 */
record Ops(Kernels kernels, Workers workers, Workspace workspace, Gemm gemm, StrassenGemm tokenGemm, Sinks sinks,
           Normaliser normaliser) {

    static Ops on(Kernels kernels, Workers workers) {
        return new Ops(kernels, workers, new Workspace(), new Gemm(kernels, workers, Gemm.SHORT_SUMS),
                new StrassenGemm(kernels, workers),
                new Sinks(kernels.elementwise()), new Normaliser(kernels, workers));
    }

    /** How a weight is packed. */
    PackedMatrix.Plan plan(int rows, int depth) {
        return new PackedMatrix.Plan(rows, depth, PackedMatrix.Order.PLAIN, kernels);
    }

    /** How the weight of one of the transformer's linear layers is packed. */
    PackedMatrix.Plan tokenPlan(int rows, int depth) {
        return PackedMatrix.Plan.quartered(rows, depth, kernels);
    }

    /** How the weight of a layer with GLU is packed. */
    PackedMatrix.Plan gatedPlan(int rows, int depth) {
        return new PackedMatrix.Plan(rows, depth, PackedMatrix.Order.GATED, kernels);
    }
}
