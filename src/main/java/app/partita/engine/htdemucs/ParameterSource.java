package app.partita.engine.htdemucs;

import app.partita.engine.weights.ModelArguments;
import app.partita.fault.Fault;
import java.util.Set;

/** Where a network's parameters come from: a weights file, or the cache that was made of it. */
interface ParameterSource {

    /** Upstream's names of all tensors. */
    Set<String> names();

    /** The shape of a tensor. */
    int[] shape(String name) throws Fault;

    /** A tensor as it is stored; each can be taken once. */
    float[] take(String name, int... shape) throws Fault;

    /**
     * What the engine makes of tensors, such as a packed matrix.
     *
     * @param key     unique in the network
     * @param compute makes it; not called if the source has it already
     */
    float[] derived(String key, Computation compute) throws Fault;

    ModelArguments arguments();

    /** Makes a derived array out of tensors. */
    @FunctionalInterface
    interface Computation {

        float[] compute() throws Fault;
    }
}
