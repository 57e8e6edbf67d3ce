package app.partita.engine.nn;

import static app.partita.testkit.Numbers.assertSameBits;
import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StrassenGemmTest {

    private static final int DEPTH = 512;

    /** Of the root mean square: the sums of blocks cost a few roundings more than the plain product. */
    private static final double TOLERANCE = 2e-6;

    @Property(tries = 25)
    void isTheProductOfTheBooksInEveryFamilyForAnyNumberOfThreads(
            @ForAll @IntRange(min = 1, max = 9) int sixteenths, @ForAll @IntRange(min = 1, max = 2) int blocks,
            @ForAll @IntRange(min = 1, max = 900) int columns, @ForAll long seed) {
        int rows = 16 * sixteenths;
        int depth = blocks * DEPTH;
        float[] a = normal(seed, rows * depth);
        float[] b = normal(seed + 1, depth * columns);
        float[] first = null;
        for (Kernels kernels : Naive.FAMILIES) {
            PackedMatrix.Plan plan = PackedMatrix.Plan.quartered(rows, depth, kernels);
            PackedMatrix packed = plan.restore(plan.pack(a));
            assertThat(packed.quarters()).isNotNull();
            for (int threads = 1; threads <= 3; threads++) {
                float[] c = product(packed, b, columns, threads, kernels);
                first = first == null ? c : first;
                assertSameBits(c, first);
            }
        }
        assertIsProduct(first, a, b, rows, depth, columns);
    }

    @Property(tries = 25)
    void multipliesOtherSizesInThePlainWay(
            @ForAll @IntRange(min = 1, max = 30) int rows, @ForAll @IntRange(min = 1, max = 700) int depth,
            @ForAll @IntRange(min = 1, max = 300) int columns, @ForAll long seed) {
        Kernels kernels = Kernels.best();
        float[] a = normal(seed, rows * depth);
        float[] b = normal(seed + 1, depth * columns);
        PackedMatrix.Plan plan = PackedMatrix.Plan.quartered(rows, depth, kernels);
        assertIsProduct(product(plan.restore(plan.pack(a)), b, columns, 2, kernels), a, b, rows, depth, columns);
    }

    private static float[] product(PackedMatrix a, float[] b, int columns, int threads, Kernels kernels) {
        float[] c = new float[a.rows() * columns];
        Arrays.fill(c, Float.NaN);
        try (Workers workers = new Workers(threads)) {
            new StrassenGemm(kernels, workers).multiply(a, new MatrixColumns(b, 0, columns), columns,
                    (row, rows, column, count, product, offset, stride) -> {
                        for (int i = 0; i < rows; i++) {
                            System.arraycopy(product, offset + i * stride, c, (row + i) * columns + column, count);
                        }
                    });
        }
        return c;
    }

    private static void assertIsProduct(float[] c, float[] a, float[] b, int rows, int depth, int columns) {
        double[] expected = new double[rows * columns];
        double[] actual = new double[rows * columns];
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < depth; k++) {
                expected[i] += (double) a[i / columns * depth + k] * b[k * columns + i % columns];
            }
            actual[i] = c[i];
        }
        // A sum may come to nearly nothing by chance; its error is that of the numbers which it is made of.
        Naive.assertClose(actual, expected, TOLERANCE, Math.sqrt(depth));
    }
}
