package app.partita.engine.htdemucs;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Workers;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Has every kernel and then a tiny network compute again and again for nothing, so that the JVM compiles the engine's
 * loops before the first real segment comes, which else takes twice as long as the next ones.
 */
public final class Rehearsal {

    /** By then all is compiled that ever will be. */
    private static final int ROUNDS = 300;

    private final Kernels kernels;

    /** @param kernels of the network to come */
    public Rehearsal(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Rehearses on the calling thread, until {@code over} answers true or nothing is left to compile. */
    public void run(BooleanSupplier over) {
        new Etudes(kernels).play(over);
        if (over.getAsBoolean()) {
            return;
        }
        try (Workers alone = new Workers(1)) {
            alone.cancelWhen(over);
            var network = new HtDemucs(new TinyParameters(), kernels, alone);
            float[] mixture = TinyParameters.numbers(network.audioChannels() * network.samples());
            float[] stems = new float[network.sources() * mixture.length];
            for (int round = 0; round < ROUNDS; round++) {
                network.forward(mixture, stems, (_, _) -> { });
            }
        } catch (CancellationException curtain) {
            return;
        }
    }
}
