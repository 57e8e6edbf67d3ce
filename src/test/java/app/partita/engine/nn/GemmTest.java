package app.partita.engine.nn;

import static app.partita.testkit.Numbers.assertSameBits;
import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GemmTest {

    /** A float has 24 bits; a sum of blocks of 128 products loses a few roundings more. */
    private static final double TOLERANCE = 2e-6;

    @Property(tries = 60)
    void isTheProductOfTheBooksInEveryFamily(@ForAll @IntRange(min = 1, max = 50) int rows,
            @ForAll @IntRange(min = 1, max = 1100) int depth, @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll long seed) {
        float[] a = normal(seed, rows * depth);
        int stride = columns + 3;
        float[] b = normal(seed + 1, 5 + depth * stride);
        float[] first = null;
        for (Kernels kernels : Naive.FAMILIES) {
            float[] c = new float[rows * columns];
            Arrays.fill(c, Float.NaN);
            try (Workers workers = new Workers(threads)) {
                new Gemm(kernels, workers, Gemm.SHORT_SUMS).multiply(PackedMatrix.of(a, rows, depth, kernels),
                        new MatrixColumns(b, 5, stride), columns, into(c, columns, 0));
            }
            assertIsProduct(c, a, b, rows, depth, columns, stride);
            first = first == null ? c : first;
            assertSameBits(c, first);
        }
    }

    @Property(tries = 30)
    void aStretchOfColumnsIsThatOfTheWhole(@ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 600) int depth, @ForAll @IntRange(max = 70) int from,
            @ForAll @IntRange(min = 1, max = 90) int count, @ForAll long seed) {
        Kernels kernels = Kernels.best();
        float[] b = normal(seed, depth * (from + count));
        PackedMatrix a = PackedMatrix.of(normal(seed + 1, rows * depth), rows, depth, kernels);
        ColumnSource columns = new MatrixColumns(b, 0, from + count);
        float[] whole = new float[rows * (from + count)];
        float[] part = new float[rows * count];
        try (Workers workers = new Workers(1)) {
            Gemm gemm = new Gemm(kernels, workers, Gemm.SHORT_SUMS);
            gemm.multiply(a, columns, from + count, into(whole, from + count, 0));
            gemm.multiply(a, columns, from, count, into(part, count, from), new Scratch());
        }
        for (int row = 0; row < rows; row++) {
            assertSameBits(Arrays.copyOfRange(part, row * count, (row + 1) * count),
                    Arrays.copyOfRange(whole, row * (from + count) + from, (row + 1) * (from + count)));
        }
    }

    private static RowSink into(float[] c, int columns, int from) {
        return (row, rows, column, count, product, offset, stride) -> {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(product, offset + i * stride, c, (row + i) * columns + column - from, count);
            }
        };
    }

    private static void assertIsProduct(float[] c, float[] a, float[] b, int rows, int depth, int columns, int stride) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                double size = 0;
                for (int k = 0; k < depth; k++) {
                    double product = (double) a[row * depth + k] * b[5 + k * stride + column];
                    sum += product;
                    size += product * product;
                }
                double error = Math.abs(c[row * columns + column] - sum);
                if (!(error <= TOLERANCE * (Math.sqrt(size) + Math.abs(sum)))) {
                    assertThat(c[row * columns + column]).as("row %d, column %d", row, column).isEqualTo((float) sum);
                }
            }
        }
    }
}
