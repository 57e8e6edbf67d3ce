package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the anonymous initializers of an export their upstream names. The exporter folded transposes, reshapes and
 * scalings into them; the name of the node that uses one tells which layer it belongs to, and what to undo.
 */
final class OnnxNames {

    private static final String BRANCH = "/(t?(?:en|de)coder\\.\\d+)/dconv/layers\\.(\\d+)/layers\\.\\2\\.";
    private static final String LAYER = "/(crosstransformer/layers(?:_t)?\\.\\d+)";
    private static final Pattern NORM = Pattern.compile(BRANCH + "([14])/(Mul|Add)");
    private static final Pattern SCALE = Pattern.compile(BRANCH + "6/Mul");
    private static final Pattern NORM_OUT = Pattern.compile(LAYER + "/norm_out/(Mul|Add)");
    private static final Pattern LINEAR = Pattern.compile(LAYER + "/(linear[12])/MatMul");
    private static final Pattern SELF = Pattern.compile(LAYER + "/self_attn/MatMul");
    private static final Pattern CROSS = Pattern.compile(LAYER + "/cross_attn/(MatMul|Add)(_1)?");
    private static final String EMBEDDING_NODE = "/Expand";
    private static final String EMBEDDING = "freq_emb.embedding.weight";
    /** Upstream multiplies the stored embedding by this when it is used, the exporter when it is stored. */
    private static final float EMBEDDING_SCALE = 10;

    private final String origin;
    private final Map<String, NamedTensor> anonymous = new HashMap<>();
    private final Map<String, NamedTensor> upstream = new HashMap<>();
    /** Cross attention keeps the query's rows apart from those of key and value. */
    private final Map<String, NamedTensor> queries = new HashMap<>();
    private final Map<String, NamedTensor> keysAndValues = new HashMap<>();

    OnnxNames(String origin, Map<String, NamedTensor> initializers) {
        this.origin = origin;
        initializers.forEach((name, tensor) -> (isAnonymous(name) ? anonymous : upstream).put(name, tensor));
    }

    /** Whether the exporter made the name up. */
    static boolean isAnonymous(String initializer) {
        return initializer.contains("::");
    }

    /** Told of a node that uses an anonymous initializer; nodes that say nothing about it are passed over. */
    void used(String node, String initializer) throws Fault {
        NamedTensor tensor = anonymous.get(initializer);
        if (tensor != null && place(node, tensor)) {
            anonymous.remove(initializer);
        }
    }

    /** All tensors by their upstream names; what could not be named keeps its own, and will be left over. */
    Map<String, NamedTensor> upstream() throws Fault {
        for (Map.Entry<String, NamedTensor> query : queries.entrySet()) {
            NamedTensor rest = keysAndValues.remove(query.getKey());
            if (rest == null) {
                throw Damage.in(origin, "one half of " + query.getKey() + " is missing");
            }
            if (!query.getValue().stacksOn(rest)) {
                throw strange(query.getKey());
            }
            put(query.getKey(), query.getValue().stackedOn(rest));
        }
        if (!keysAndValues.isEmpty()) {
            throw Damage.in(origin, "one half of " + keysAndValues.keySet().iterator().next() + " is missing");
        }
        Map<String, NamedTensor> all = new HashMap<>(upstream);
        all.putAll(anonymous);
        return all;
    }

    private boolean place(String node, NamedTensor tensor) throws Fault {
        Matcher m;
        if (node.equals(EMBEDDING_NODE)) {
            int[] shape = require(tensor, EMBEDDING, 4).shape();
            if (shape[0] != 1 || shape[3] != 1) {
                throw strange(EMBEDDING);
            }
            put(EMBEDDING, tensor.reshaped(shape[1], shape[2]).transposed().dividedBy(EMBEDDING_SCALE));
        } else if ((m = NORM.matcher(node)).matches()) {
            putColumn(m.group(1) + ".dconv.layers." + m.group(2) + "." + m.group(3) + kind(m.group(4)), tensor);
        } else if ((m = SCALE.matcher(node)).matches()) {
            putColumn(m.group(1) + ".dconv.layers." + m.group(2) + ".6.scale", tensor);
        } else if ((m = NORM_OUT.matcher(node)).matches()) {
            putColumn(layer(m) + ".norm_out" + kind(m.group(2)), tensor);
        } else if ((m = LINEAR.matcher(node)).matches()) {
            String name = layer(m) + "." + m.group(2) + ".weight";
            put(name, require(tensor, name, 2).transposed());
        } else if ((m = SELF.matcher(node)).matches()) {
            String name = layer(m) + ".self_attn.in_proj_weight";
            put(name, require(tensor, name, 2).transposed());
        } else if ((m = CROSS.matcher(node)).matches()) {
            boolean weight = m.group(2).equals("MatMul");
            String name = layer(m) + ".cross_attn.in_proj_" + (weight ? "weight" : "bias");
            NamedTensor rows = weight ? require(tensor, name, 2).transposed() : require(tensor, name, 1);
            if ((m.group(3) == null ? queries : keysAndValues).put(name, rows) != null) {
                throw twice(name);
            }
        } else {
            return false;
        }
        return true;
    }

    private static String layer(Matcher m) {
        return m.group(1).replace('/', '.');
    }

    private static String kind(String operation) {
        return operation.equals("Mul") ? ".weight" : ".bias";
    }

    private void putColumn(String name, NamedTensor tensor) throws Fault {
        if (require(tensor, name, 2).shape()[1] != 1) {
            throw strange(name);
        }
        put(name, tensor.reshaped(tensor.length()));
    }

    private void put(String name, NamedTensor tensor) throws Fault {
        if (upstream.put(name, tensor) != null) {
            throw twice(name);
        }
    }

    private NamedTensor require(NamedTensor tensor, String name, int dimensions) throws Fault {
        if (tensor.shape().length != dimensions) {
            throw strange(name);
        }
        return tensor;
    }

    private Fault strange(String name) {
        return Damage.in(origin, "tensor " + name + " is exported in an unknown shape");
    }

    private Fault twice(String name) {
        return Damage.in(origin, "tensor " + name + " is there twice");
    }
}
