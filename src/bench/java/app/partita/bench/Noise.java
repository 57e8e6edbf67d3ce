package app.partita.bench;

import app.partita.engine.tensor.Tensor;
import java.util.Random;

/** Numbers to compute with. */
public final class Noise {

    private static final long SEED = 11;

    private Noise() {
    }

    /** Of deviation 0.1. */
    public static float[] of(int length) {
        Random random = new Random(SEED);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
        }
        return noise;
    }

    /** A tensor of noise, padding included. */
    public static Tensor tensor(int channels, int rows, int columns) {
        Tensor tensor = Tensor.zeros(channels, rows, columns);
        System.arraycopy(of(tensor.data().length), 0, tensor.data(), 0, tensor.data().length);
        return tensor;
    }

    /** The sizes in a text such as {@code 384x8x336}. */
    public static int[] sizes(String text) {
        String[] words = text.split("x");
        int[] sizes = new int[words.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.parseInt(words[i]);
        }
        return sizes;
    }
}
