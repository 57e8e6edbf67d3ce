package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.io.Closeable;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the tensors of an ONNX export: the graph's initializers, which partly carry their upstream name and are else
 * known by the node that uses them. Field numbers are those of the public {@code onnx.proto}.
 */
final class OnnxReader {

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_NAME = 3;
    private static final int TENSOR_DIMS = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int TYPE_FLOAT = 1;
    private static final int TYPE_FLOAT16 = 10;
    private static final int MOST_TENSORS = 20_000;

    private final String origin;
    private final MemorySegment content;

    OnnxReader(String origin, MemorySegment content) {
        this.origin = origin;
        this.content = content;
    }

    Weights read(Closeable mapping) throws Fault {
        MemorySegment graph = graph();
        Map<String, NamedTensor> initializers = initializers(graph);
        OnnxNames names = new OnnxNames(origin, initializers);
        ProtoReader fields = new ProtoReader(origin, graph);
        while (fields.next()) {
            if (fields.field() == GRAPH_NODE) {
                node(fields.message(), initializers, names);
            }
        }
        return new Weights(origin, Packaging.ONNX, names.upstream(), ModelArguments.RELEASED, mapping);
    }

    private MemorySegment graph() throws Fault {
        ProtoReader model = new ProtoReader(origin, content);
        MemorySegment graph = null;
        while (model.next()) {
            if (model.field() == MODEL_GRAPH) {
                graph = model.bytes();
            }
        }
        if (graph == null) {
            throw Damage.in(origin, "the file holds no ONNX graph");
        }
        return graph;
    }

    private Map<String, NamedTensor> initializers(MemorySegment graph) throws Fault {
        Map<String, NamedTensor> initializers = new HashMap<>();
        ProtoReader fields = new ProtoReader(origin, graph);
        while (fields.next()) {
            if (fields.field() == GRAPH_INITIALIZER) {
                tensor(fields.message(), initializers);
                if (initializers.size() > MOST_TENSORS) {
                    throw Damage.in(origin, "the file holds absurdly many tensors");
                }
            }
        }
        return initializers;
    }

    private void node(ProtoReader node, Map<String, NamedTensor> initializers, OnnxNames names) throws Fault {
        String name = "";
        List<String> constants = new ArrayList<>();
        while (node.next()) {
            switch (node.field()) {
                case NODE_NAME -> name = node.text();
                case NODE_INPUT -> {
                    String input = node.text();
                    if (initializers.containsKey(input) && OnnxNames.isAnonymous(input)) {
                        constants.add(input);
                    }
                }
                default -> { }
            }
        }
        for (String constant : constants) {
            names.used(name, constant);
        }
    }

    private void tensor(ProtoReader fields, Map<String, NamedTensor> into) throws Fault {
        String name = "";
        long type = 0;
        List<Long> sizes = new ArrayList<>();
        MemorySegment raw = null;
        while (fields.next()) {
            switch (fields.field()) {
                case TENSOR_DIMS -> {
                    if (sizes.size() <= Shapes.MOST_DIMENSIONS) {
                        sizes(fields, sizes);
                    }
                }
                case TENSOR_TYPE -> type = fields.varint();
                case TENSOR_NAME -> name = fields.text();
                case TENSOR_RAW -> raw = fields.bytes();
                default -> { }
            }
        }
        if (raw == null || type != TYPE_FLOAT && type != TYPE_FLOAT16) {
            throw Damage.in(origin, "tensor " + Damage.printable(name)
                    + " is not kept as raw single or half precision");
        }
        ElementType stored = type == TYPE_FLOAT ? ElementType.F32 : ElementType.F16;
        int[] shape = Shapes.checked(origin, name, sizes, raw.byteSize() / stored.bytes());
        int count = Shapes.length(shape);
        if (raw.byteSize() != (long) count * stored.bytes()) {
            throw Damage.in(origin, "tensor " + Damage.printable(name) + " has more bytes than its shape needs");
        }
        MemorySegment numbers = raw;
        if (into.put(name, NamedTensor.lazy(stored, () -> stored.decode(numbers, count), shape)) != null) {
            throw Damage.in(origin, "tensor " + Damage.printable(name) + " is there twice");
        }
    }

    /** Sizes come one by one or packed, as the writer liked. */
    private void sizes(ProtoReader fields, List<Long> sizes) throws Fault {
        if (!fields.isBytes()) {
            sizes.add(fields.varint());
            return;
        }
        ProtoReader packed = fields.message();
        while (packed.more() && sizes.size() <= Shapes.MOST_DIMENSIONS) {
            sizes.add(packed.packed());
        }
    }
}
