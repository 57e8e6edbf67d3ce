package app.partita.engine.htdemucs;

import app.partita.engine.tensor.Tensor;

/** Told when a stage of the forward pass is done. */
@FunctionalInterface
interface StageListener {

    /**
     * @param stage  upstream's module name, such as {@code encoder.0}, or what it does
     * @param output the stage's result: it may be read now, and is overwritten later
     */
    void done(String stage, Tensor output);
}
