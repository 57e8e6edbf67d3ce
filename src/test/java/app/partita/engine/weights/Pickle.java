package app.partita.engine.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles opcode by opcode; protocol 2. */
final class Pickle {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle() {
        out.write(0x80);
        out.write(2);
    }

    /** Opcodes without an argument. */
    Pickle op(String opcodes) {
        out.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Pickle text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write('X');
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return this;
    }

    Pickle number(int number) {
        out.write('J');
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
        return this;
    }

    /** LONG1: little-endian two's complement of any length. */
    Pickle longNumber(int... bytes) {
        out.write(0x8a);
        out.write(bytes.length);
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    Pickle real(double number) {
        out.write('G');
        out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
        return this;
    }

    Pickle global(String module, String name) {
        return op("c" + module + "\n" + name + "\n");
    }

    Pickle numbers(int... numbers) {
        op("(");
        for (int number : numbers) {
            number(number);
        }
        return op("t");
    }

    /** A whole, contiguous tensor in the storage {@code key}. */
    Pickle tensor(String storage, String key, int... shape) {
        int[] strides = new int[shape.length];
        int length = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = length;
            length *= shape[i];
        }
        return view(storage, key, length, 0, shape, strides);
    }

    Pickle view(String storage, String key, int count, int offset, int[] shape, int[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").op("((").text("storage").global("torch", storage)
                .text(key).text("cpu").number(count).op("tQ").number(offset);
        return numbers(shape).numbers(strides).op("\u0089").global("collections", "OrderedDict").op(")RtR");
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    byte[] end() {
        op(".");
        return bytes();
    }
}
