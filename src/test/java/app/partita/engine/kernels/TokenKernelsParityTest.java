package app.partita.engine.kernels;

import static app.partita.testkit.Numbers.assertSameBits;
import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.scalar.ScalarKernels;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TokenKernelsParityTest {

    private static final TokenKernels SCALAR = new ScalarKernels().tokens();
    private static final TokenKernels BEST = Kernels.best().tokens();
    private static final float EPSILON = 1e-5f;

    @Property(tries = 150)
    void layerNorm(@ForAll @IntRange(min = 1, max = 3 * TokenKernels.BLOCK + 3) int rows,
                   @ForAll @IntRange(min = 1, max = 4) int lanes, @ForAll @IntRange(max = 7) int gap,
                   @ForAll @IntRange(max = 7) int offset, @ForAll long seed) {
        int columns = lanes * Reductions.LANES;
        int stride = columns + gap;
        float[] x = normal(seed, offset + rows * stride);
        float[] weight = normal(seed + 1, rows);
        float[] bias = normal(seed + 2, rows);
        float[] expected = normal(seed + 3, x.length + rows);
        float[] actual = expected.clone();
        SCALAR.layerNorm(x, offset, stride, rows, columns, weight, bias, EPSILON, expected, offset, stride + 1);
        BEST.layerNorm(x, offset, stride, rows, columns, weight, bias, EPSILON, actual, offset, stride + 1);
        assertSameBits(actual, expected);
    }

    @Property(tries = 100)
    void layerNormIsTheOneOfTheBooks(@ForAll @IntRange(min = 2, max = 600) int rows, @ForAll long seed) {
        int columns = Reductions.LANES;
        float[] x = normal(seed, rows * columns);
        float[] weight = normal(seed + 1, rows);
        float[] bias = normal(seed + 2, rows);
        float[] actual = new float[x.length];
        BEST.layerNorm(x, 0, columns, rows, columns, weight, bias, EPSILON, actual, 0, columns);
        for (int column = 0; column < columns; column++) {
            double mean = 0;
            for (int row = 0; row < rows; row++) {
                mean += x[row * columns + column] / (double) rows;
            }
            double variance = 0;
            double largest = 0;
            for (int row = 0; row < rows; row++) {
                variance += Math.pow(x[row * columns + column] - mean, 2) / rows;
                largest = Math.max(largest, Math.abs(x[row * columns + column]));
            }
            // Numbers that hardly differ lose in x − mean what they are larger than their deviation.
            double condition = largest / Math.sqrt(variance + EPSILON);
            for (int row = 0; row < rows; row++) {
                double expected = (x[row * columns + column] - mean) / Math.sqrt(variance + EPSILON) * weight[row];
                assertThat((double) actual[row * columns + column])
                        .isCloseTo(expected + bias[row], within(1e-6 * (2 + condition) * (1 + Math.abs(expected))));
            }
        }
    }

    @Property(tries = 150)
    void softmax(@ForAll @IntRange(min = 1, max = 50) int keys, @ForAll @IntRange(min = 1, max = 4) int lanes,
                 @ForAll @IntRange(max = 7) int offset, @ForAll boolean first, @ForAll long seed) {
        int columns = lanes * Reductions.LANES;
        float[][] expected = {normal(seed, offset + keys * columns), normal(seed + 1, columns),
            normal(seed + 2, columns), normal(seed + 3, columns)};
        if (first) {
            Arrays.fill(expected[1], Float.NEGATIVE_INFINITY);
            Arrays.fill(expected[2], 0f);
        }
        float[][] actual = Arrays.stream(expected).map(float[]::clone).toArray(float[][]::new);
        SCALAR.softmax(expected[0], offset, keys, columns, expected[1], expected[2], expected[3]);
        BEST.softmax(actual[0], offset, keys, columns, actual[1], actual[2], actual[3]);
        for (int i = 0; i < expected.length; i++) {
            assertSameBits(actual[i], expected[i]);
        }
    }

    @Property(tries = 100)
    void scaleColumns(@ForAll @IntRange(max = 30) int rows, @ForAll @IntRange(min = 1, max = 4) int lanes,
                      @ForAll @IntRange(max = 7) int offset, @ForAll long seed) {
        int columns = lanes * Reductions.LANES;
        float[] factor = normal(seed, columns);
        float[] expected = normal(seed + 1, offset + rows * columns + 5);
        float[] actual = expected.clone();
        SCALAR.scaleColumns(expected, offset, rows, columns, factor);
        BEST.scaleColumns(actual, offset, rows, columns, factor);
        assertSameBits(actual, expected);
    }
}
