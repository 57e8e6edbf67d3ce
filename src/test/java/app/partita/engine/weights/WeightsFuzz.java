package app.partita.engine.weights;

import app.partita.fault.Fault;
import app.partita.testkit.FuzzInput;

/** Weights of any packaging: every tensor is taken, or the file is refused by a fault. */
public final class WeightsFuzz {

    private WeightsFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzInput(bytes).readAsFile(file -> {
            try {
                Golden.tensors(file);
            } catch (Fault refused) {
                assert !refused.nextStep().isBlank() : refused;
            }
        });
    }
}
