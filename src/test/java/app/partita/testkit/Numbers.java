package app.partita.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

/** Numbers to compute with, the same for the same seed. */
public final class Numbers {

    private static final float[] AWKWARD = {0f, -0f, 1f, -1f, -87f, -86.99f, -88f, 88f, 87.99f, 88.5f, -104f, 104f,
        1e-30f, -1e-30f, 1e20f, -1e20f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};

    private Numbers() {
    }

    /** Normally distributed, of variance 1. */
    public static float[] normal(long seed, int length) {
        Random random = new Random(seed);
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /** Of all sizes, and now and then a zero, an infinity, NaN, or the border of a function's range. */
    public static float[] awkward(long seed, int length) {
        Random random = new Random(seed);
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextInt(8) == 0
                    ? AWKWARD[random.nextInt(AWKWARD.length)]
                    : (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-3, 3)));
        }
        return numbers;
    }

    /** Fails unless all bits are equal; any NaN equals any other. */
    public static void assertSameBits(float[] actual, float[] expected) {
        int different = Arrays.mismatch(bits(actual), bits(expected));
        assertThat(different).as(() -> "first different number: %s instead of %s"
                .formatted(actual[different], expected[different])).isEqualTo(-1);
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(numbers[i]);
        }
        return bits;
    }
}
