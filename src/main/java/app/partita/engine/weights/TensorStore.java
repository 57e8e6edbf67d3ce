package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tensors of a weights file, taken by name and strict in both directions: a missing, renamed, left-over or
 * misshapen tensor, or one that holds NaN or infinity, is a fault that names the tensor and the file.
 */
public final class TensorStore {

    private static final int NAMES_IN_A_MESSAGE = 5;

    private final String origin;
    private final Map<String, NamedTensor> tensors;
    private final ModelArguments arguments;
    private final Set<String> left;

    /**
     * @param origin the file's name, for messages
     */
    public TensorStore(String origin, Map<String, NamedTensor> tensors, ModelArguments arguments) {
        this.origin = origin;
        this.tensors = new HashMap<>(tensors);
        this.arguments = arguments;
        this.left = new TreeSet<>(tensors.keySet());
    }

    /** The file's name. */
    public String origin() {
        return origin;
    }

    public ModelArguments arguments() {
        return arguments;
    }

    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** All names, taken or not. */
    public Set<String> names() {
        return Collections.unmodifiableSet(tensors.keySet());
    }

    /** The shape of a tensor, which is not taken by this. */
    public int[] shape(String name) throws Fault {
        return find(name).shape();
    }

    /**
     * Takes a tensor: each can be taken once.
     *
     * @param shape the shape it must have
     * @return its numbers in a new array, row-major
     */
    public float[] take(String name, int... shape) throws Fault {
        NamedTensor tensor = find(name);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw Damage.in(origin, "tensor " + name + " has the shape " + Arrays.toString(tensor.shape())
                    + ", not " + Arrays.toString(shape));
        }
        if (!left.remove(name)) {
            throw new IllegalStateException("tensor " + name + " is taken twice");
        }
        float[] numbers = tensor.read();
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw Damage.in(origin, "tensor " + name + " holds " + number);
            }
        }
        return numbers;
    }

    /** To be called when the network is complete: nothing may be left. */
    public void finish() throws Fault {
        if (!left.isEmpty()) {
            String some = left.stream().limit(NAMES_IN_A_MESSAGE).map(Damage::printable)
                    .collect(Collectors.joining(", "));
            int others = left.size() - NAMES_IN_A_MESSAGE;
            String more = others > 0 ? " and " + others + " more" : "";
            throw Damage.in(origin, "the network has no place for " + some + more);
        }
    }

    private NamedTensor find(String name) throws Fault {
        NamedTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw Damage.in(origin, "tensor " + name + " is missing");
        }
        return tensor;
    }
}
