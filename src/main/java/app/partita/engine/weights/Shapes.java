package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.util.List;

/** Turns sizes claimed by a file into a shape, once they are known to fit. */
final class Shapes {

    static final int MOST_DIMENSIONS = 8;

    private Shapes() {
    }

    /**
     * Checks claimed sizes against the numbers that are there.
     *
     * @param available how many numbers the file holds for this tensor; the product of the sizes must not exceed it
     */
    static int[] checked(String origin, String tensor, List<Long> claimed, long available) throws Fault {
        if (claimed.size() > MOST_DIMENSIONS) {
            throw bad(origin, tensor);
        }
        int[] shape = new int[claimed.size()];
        long product = 1;
        for (int i = 0; i < shape.length; i++) {
            long size = claimed.get(i);
            if (size < 1 || size > Integer.MAX_VALUE || product > Integer.MAX_VALUE / size) {
                throw bad(origin, tensor);
            }
            product *= size;
            shape[i] = (int) size;
        }
        if (product > available) {
            throw Damage.in(origin, "tensor " + Damage.printable(tensor) + " claims more numbers than the file holds");
        }
        return shape;
    }

    /** The product of sizes that are known to fit. */
    static int length(int... shape) {
        int length = 1;
        for (int size : shape) {
            length = Math.multiplyExact(length, size);
        }
        return length;
    }

    private static Fault bad(String origin, String tensor) {
        return Damage.in(origin, "tensor " + Damage.printable(tensor) + " has an impossible shape");
    }
}
