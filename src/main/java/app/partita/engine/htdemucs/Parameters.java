package app.partita.engine.htdemucs;

import app.partita.engine.nn.PackedMatrix;
import app.partita.fault.Fault;
import java.io.UncheckedIOException;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The parameters of one module, taken by the names they have in it; a missing or misshapen one ends the loading with an
 * {@link UncheckedIOException} around the {@link Fault} that says what is wrong.
 *
 * @param names  of all parameters
 * @param prefix the module's path and a dot, or nothing
 */
record Parameters(ParameterSource source, NavigableSet<String> names, String prefix) {

    static Parameters of(ParameterSource source) {
        return new Parameters(source, new TreeSet<>(source.names()), "");
    }

    Parameters at(String module) {
        return new Parameters(source, names, prefix + module + ".");
    }

    /** Indices 0, 1, … for which {@code list.index} has parameters. */
    IntStream indices(String list) {
        return IntStream.iterate(0, i -> i + 1).takeWhile(i -> hasAny(prefix + list + "." + i + "."));
    }

    private boolean hasAny(String start) {
        String first = names.ceiling(start);
        return first != null && first.startsWith(start);
    }

    boolean has(String name) {
        return names.contains(prefix + name);
    }

    int[] shape(String name) {
        return unchecked(() -> source.shape(prefix + name));
    }

    float[] take(String name, int... shape) {
        return unchecked(() -> source.take(prefix + name, shape));
    }

    /** Numbers that are computed from parameters, or were once. */
    float[] derived(String key, ParameterSource.Computation compute) {
        return unchecked(() -> source.derived(prefix + key, compute));
    }

    /** A weight, packed as the left-hand side of a product. */
    PackedMatrix matrix(String name, PackedMatrix.Plan plan, int... shape) {
        return plan.restore(derived(name, () -> plan.pack(source.take(prefix + name, shape))));
    }

    private interface Loading<T> {

        T load() throws Fault;
    }

    private static <T> T unchecked(Loading<T> loading) {
        try {
            return loading.load();
        } catch (Fault fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
