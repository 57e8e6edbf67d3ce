package app.partita.engine.htdemucs;

import app.partita.engine.weights.TensorStore;
import app.partita.fault.Fault;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/**
 * The parameters of one module, taken by the names they have in it; a missing or misshapen one ends the loading.
 *
 * @param prefix the module's path and a dot, or nothing
 */
record Parameters(TensorStore store, String prefix) {

    static Parameters of(TensorStore store) {
        return new Parameters(store, "");
    }

    Parameters at(String module) {
        return new Parameters(store, prefix + module + ".");
    }

    /** Indices 0, 1, … for which {@code list.index} has parameters. */
    IntStream indices(String list) {
        return IntStream.iterate(0, i -> i + 1)
                .takeWhile(i -> store.names().stream().anyMatch(name -> name.startsWith(prefix + list + "." + i + ".")));
    }

    boolean has(String name) {
        return store.has(prefix + name);
    }

    /** @throws UncheckedIOException around the {@link Fault} that says what is wrong */
    float[] take(String name, int... shape) {
        try {
            return store.take(prefix + name, shape);
        } catch (Fault fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** @throws UncheckedIOException around the {@link Fault} that says what is wrong */
    int[] shape(String name) {
        try {
            return store.shape(prefix + name);
        } catch (Fault fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
