package app.partita.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.testkit.Numbers;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every source of columns against an im2col that asks for one number at a time. */
class ColumnSourcesTest {

    /** Which part of the matrix is packed, as parts of the whole. */
    private record Part(double k0, double depth, double n0, double count, int width) {
    }

    private interface Element {

        double at(int k, int n);
    }

    @Property(tries = 200)
    void matrixColumns(@ForAll @IntRange(min = 1, max = 40) int rows, @ForAll @IntRange(min = 1, max = 90) int columns,
                       @ForAll @IntRange(max = 9) int offset, @ForAll("parts") Part part, @ForAll long seed) {
        float[] data = Numbers.normal(seed, offset + rows * (columns + 2));
        check(new MatrixColumns(data, offset, columns + 2), rows, columns, part,
                (k, n) -> data[offset + k * (columns + 2) + n]);
    }

    @Property(tries = 200)
    void strided(@ForAll @IntRange(min = 1, max = 4) int channels, @ForAll @IntRange(min = 1, max = 150) int samples,
                 @ForAll("parts") Part part, @ForAll long seed) {
        Tensor x = Naive.tensor(seed, channels, 1, samples);
        check(new StridedColumns(x, 8, 2), channels * 8, Math.ceilDiv(samples, 4), part,
                (k, n) -> Naive.padded(x, k / 8, 0, 4 * n + k % 8 - 2));
    }

    @Provide
    Arbitrary<Part> parts() {
        Arbitrary<Double> portion = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(portion, portion, portion, portion, Arbitraries.of(8, 16, 32))
                .as(Part::new);
    }

    private static void check(ColumnSource source, int rows, int columns, Part part, Element element) {
        int k0 = (int) (part.k0 * (rows - 1));
        int depth = 1 + (int) (part.depth * (rows - 1 - k0));
        int n0 = (int) (part.n0 * (columns - 1));
        int count = 1 + (int) (part.count * (columns - 1 - n0));
        int panels = Math.ceilDiv(count, part.width);
        float[] actual = new float[panels * depth * part.width + 1];
        float[] expected = new float[actual.length];
        expected[expected.length - 1] = Float.NaN;
        for (int k = 0; k < depth; k++) {
            for (int n = 0; n < count; n++) {
                expected[(n / part.width * depth + k) * part.width + n % part.width] =
                        (float) element.at(k0 + k, n0 + n);
            }
        }
        for (Kernels kernels : Naive.FAMILIES) {
            Arrays.fill(actual, Float.NaN);
            source.pack(k0, depth, n0, count, new PanelWriter(actual, 0, depth, part.width, kernels.elementwise()));
            assertThat(actual).isEqualTo(expected);
        }
    }
}
