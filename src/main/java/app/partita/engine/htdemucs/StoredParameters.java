package app.partita.engine.htdemucs;

import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.TensorStore;
import app.partita.fault.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Parameters of a weights file. It remembers what was taken and derived, so that a cache can be made of it. */
final class StoredParameters implements ParameterSource {

    private final TensorStore store;
    private final Map<String, float[]> made = new LinkedHashMap<>();
    private boolean deriving;

    StoredParameters(TensorStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return store.names();
    }

    @Override
    public int[] shape(String name) throws Fault {
        return store.shape(name);
    }

    @Override
    public float[] take(String name, int... shape) throws Fault {
        float[] numbers = store.take(name, shape);
        if (!deriving) {
            made.put(name, numbers);
        }
        return numbers;
    }

    @Override
    public float[] derived(String key, Computation compute) throws Fault {
        deriving = true;
        try {
            float[] numbers = compute.compute();
            made.put(key, numbers);
            return numbers;
        } finally {
            deriving = false;
        }
    }

    @Override
    public ModelArguments arguments() {
        return store.arguments();
    }

    /** All arrays that the network was made of, by their keys. */
    Map<String, float[]> made() {
        return Collections.unmodifiableMap(made);
    }
}
