package app.partita.engine.weights;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Packs tensors as PyTorch's ONNX exporter does: some transposed, reshaped or scaled, and without their names. */
final class OnnxFiles {

    private final ByteArrayOutputStream nodes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream initializers = new ByteArrayOutputStream();
    private int anonymous = 5074;

    static byte[] pack(Map<String, PlainTensor> tensors) {
        OnnxFiles file = new OnnxFiles();
        tensors.forEach(file::add);
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        graph.writeBytes(file.nodes.toByteArray());
        graph.writeBytes(file.initializers.toByteArray());
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        number(model, 1, 8);
        bytes(model, 2, "pytorch".getBytes(StandardCharsets.UTF_8));
        bytes(model, 7, graph.toByteArray());
        return model.toByteArray();
    }

    private void add(String name, PlainTensor tensor) {
        String[] part = name.split("\\.");
        String last = part[part.length - 1];
        if (name.contains(".dconv.layers.") && !part[5].equals("0") && !part[5].equals("3")) {
            String operation = last.equals("bias") ? "Add" : "Mul";
            hide("/" + part[0] + "." + part[1] + "/dconv/layers." + part[4] + "/layers." + part[4] + "." + part[5]
                    + "/" + operation, tensor.reshaped(tensor.numbers().length, 1));
        } else if (name.equals("freq_emb.embedding.weight")) {
            hide("/Expand", tensor.transposed().times(10).reshaped(1, tensor.shape()[1], tensor.shape()[0], 1));
        } else if (name.startsWith("crosstransformer.layers")) {
            transformer("/crosstransformer/" + part[1] + "." + part[2] + "/", name, part[3], last, tensor);
        } else {
            initializer(name, tensor);
        }
    }

    private void transformer(String layer, String name, String module, String last, PlainTensor tensor) {
        int width = tensor.shape()[0] / 3;
        if (module.equals("norm_out")) {
            hide(layer + "norm_out/" + (last.equals("bias") ? "Add" : "Mul"),
                    tensor.reshaped(tensor.numbers().length, 1));
        } else if (module.startsWith("linear") && last.equals("weight")) {
            hide(layer + module + "/MatMul", tensor.transposed());
        } else if (name.endsWith("self_attn.in_proj_weight")) {
            hide(layer + "self_attn/MatMul", tensor.transposed());
        } else if (name.endsWith("cross_attn.in_proj_weight") && !layer.contains("_t")) {
            hide(layer + "cross_attn/MatMul", tensor.rows(0, width).transposed());
            hide(layer + "cross_attn/MatMul_1", tensor.rows(width, 3 * width).transposed());
        } else if (name.endsWith("cross_attn.in_proj_bias") && !layer.contains("_t")) {
            hide(layer + "cross_attn/Add", tensor.rows(0, width));
            hide(layer + "cross_attn/Add_1", tensor.rows(width, 3 * width));
        } else {
            initializer(name, tensor);
        }
    }

    private void hide(String node, PlainTensor tensor) {
        String name = "onnx::" + node.substring(node.lastIndexOf('/') + 1) + "_" + anonymous++;
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        text(message, 1, "something_output_0");
        text(message, 1, name);
        text(message, 2, node + "_output_0");
        text(message, 3, node);
        bytes(nodes, 1, message.toByteArray());
        initializer(name, tensor);
    }

    private void initializer(String name, PlainTensor tensor) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int size : tensor.shape()) {
            number(message, 1, size);
        }
        number(message, 2, 1);
        text(message, 8, name);
        bytes(message, 9, tensor.bytes(ElementType.F32));
        bytes(initializers, 5, message.toByteArray());
    }

    private static void text(ByteArrayOutputStream to, int field, String text) {
        bytes(to, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream to, int field, byte[] bytes) {
        varint(to, field << 3 | 2);
        varint(to, bytes.length);
        to.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream to, int field, long number) {
        varint(to, field << 3);
        varint(to, number);
    }

    private static void varint(ByteArrayOutputStream to, long value) {
        long rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            to.write((int) (rest & 0x7f | 0x80));
        }
        to.write((int) rest);
    }
}
