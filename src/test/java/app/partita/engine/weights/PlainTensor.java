package app.partita.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A tensor in memory, to be packed by the writers of this package's tests. */
record PlainTensor(float[] numbers, int... shape) {

    byte[] bytes(ElementType type) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            if (type == ElementType.F32) {
                bytes.putFloat(number);
            } else {
                bytes.putShort(Float.floatToFloat16(number));
            }
        }
        return bytes.array();
    }

    PlainTensor transposed() {
        float[] turned = new float[numbers.length];
        for (int r = 0; r < shape[0]; r++) {
            for (int c = 0; c < shape[1]; c++) {
                turned[c * shape[0] + r] = numbers[r * shape[1] + c];
            }
        }
        return new PlainTensor(turned, shape[1], shape[0]);
    }

    /** Some of the rows along the first dimension. */
    PlainTensor rows(int from, int to) {
        int row = numbers.length / shape[0];
        int[] cut = shape.clone();
        cut[0] = to - from;
        return new PlainTensor(Arrays.copyOfRange(numbers, from * row, to * row), cut);
    }

    PlainTensor times(float factor) {
        float[] scaled = numbers.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new PlainTensor(scaled, shape);
    }

    PlainTensor reshaped(int... wanted) {
        return new PlainTensor(numbers, wanted);
    }
}
