package app.partita.engine.weights;

import app.partita.engine.weights.PickleValue.Fraction;
import app.partita.engine.weights.PickleValue.Global;
import app.partita.engine.weights.PickleValue.Opaque;
import app.partita.engine.weights.PickleValue.Storage;
import app.partita.engine.weights.PickleValue.TensorView;
import app.partita.engine.weights.PickleValue.Tuple;
import app.partita.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Says what a call in a pickle describes, for the few calls a weights file may contain. Nothing is called: a tensor
 * becomes a description of where its numbers lie, and any other global makes the file refused by its name.
 */
final class PickleCalls {

    private static final Global TENSOR = new Global("torch._utils", "_rebuild_tensor_v2");
    private static final Global FRACTION = new Global("fractions", "Fraction");
    private static final Global ORDERED = new Global("collections", "OrderedDict");
    /** Released files keep training figures as NumPy scalars beside the tensors; these stay undone. */
    private static final Set<Global> BESIDE_THE_TENSORS = Set.of(
            new Global("numpy", "dtype"),
            new Global("numpy.core.multiarray", "scalar"),
            new Global("numpy._core.multiarray", "scalar"),
            new Global("_codecs", "encode"));

    private final String origin;

    PickleCalls(String origin) {
        this.origin = origin;
    }

    /** What {@code callable(*arguments)} describes. */
    Object describe(Object callable, Object arguments) throws Fault {
        if (!(callable instanceof Global global) || !(arguments instanceof Tuple(List<Object> items))) {
            throw strange();
        }
        if (global.equals(TENSOR)) {
            return tensor(items);
        }
        if (global.equals(FRACTION)) {
            return fraction(items);
        }
        if (global.equals(ORDERED) && items.isEmpty()) {
            return new LinkedHashMap<String, Object>();
        }
        if (BESIDE_THE_TENSORS.contains(global)) {
            return new Opaque(global);
        }
        throw Damage.in(origin, "the pickle wants to call " + global + ", which is forbidden; nothing was executed");
    }

    /** What a persistent id refers to: a storage. */
    Storage storage(Object id) throws Fault {
        if (id instanceof Tuple(List<Object> items) && items.size() >= 5 && "storage".equals(items.get(0))
                && items.get(1) instanceof Global type && items.get(2) instanceof String key
                && items.get(4) instanceof Long count && count >= 0) {
            return new Storage(type, key, count);
        }
        throw strange();
    }

    private TensorView tensor(List<Object> items) throws Fault {
        if (items.size() >= 4 && items.get(0) instanceof Storage storage && items.get(1) instanceof Long offset
                && items.get(2) instanceof Tuple sizes && items.get(3) instanceof Tuple strides) {
            return new TensorView(storage, offset, longs(sizes), longs(strides));
        }
        throw strange();
    }

    private List<Long> longs(Tuple tuple) throws Fault {
        List<Long> values = new ArrayList<>();
        for (Object item : tuple.items()) {
            if (!(item instanceof Long value)) {
                throw strange();
            }
            values.add(value);
        }
        return values;
    }

    /** New Pythons pickle two integers, old ones a single string. */
    private Fraction fraction(List<Object> items) throws Fault {
        if (items.size() == 2 && items.get(0) instanceof Long numerator && items.get(1) instanceof Long denominator) {
            return new Fraction(numerator, denominator);
        }
        if (items.size() == 1 && items.get(0) instanceof String text) {
            return Fraction.parse(text).orElseThrow(this::strange);
        }
        throw strange();
    }

    private Fault strange() {
        return Damage.in(origin, "the pickle is damaged or of an unknown kind");
    }
}
