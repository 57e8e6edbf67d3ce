package app.partita.engine.kernels;

import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.scalar.ScalarKernels;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReductionsParityTest {

    private static final Reductions SCALAR = new ScalarKernels().reductions();
    private static final Reductions BEST = Kernels.best().reductions();

    @Property(tries = 200)
    void addTheSameBitsToTheSums(@ForAll @IntRange(max = 2 * Reductions.BLOCK + 40) int n,
                                 @ForAll @IntRange(max = 20) int offset, @ForAll @IntRange(max = 3) int at,
                                 @ForAll long seed) {
        float[] x = normal(seed, offset + n);
        double[] expected = {1, 2, 3, 4, 5};
        double[] actual = expected.clone();
        SCALAR.moments(x, offset, n, expected, at);
        BEST.moments(x, offset, n, actual, at);
        assertThat(actual).isEqualTo(expected);
    }

    @Property(tries = 50)
    void areAsGoodAsSumsInDouble(@ForAll @IntRange(min = 1, max = 100_000) int n, @ForAll long seed) {
        float[] x = normal(seed, n);
        double[] sums = new double[2];
        BEST.moments(x, 0, n, sums, 0);
        double sum = 0;
        double squares = 0;
        for (float number : x) {
            sum += number;
            squares += (double) number * number;
        }
        assertThat(sums[0]).isCloseTo(sum, within(2e-6 * Math.sqrt(n * squares)));
        assertThat(sums[1]).isCloseTo(squares, within(2e-6 * squares));
    }

    @Property(tries = 100)
    void addTheSameBitsToTheProducts(@ForAll @IntRange(min = 1, max = 9) int rows,
                                     @ForAll @IntRange(max = Reductions.BLOCK + 40) int n,
                                     @ForAll @IntRange(max = 20) int offset, @ForAll @IntRange(max = 5) int gap,
                                     @ForAll long seed) {
        float[] x = normal(seed, offset + rows * (n + gap));
        double[][] sums = {new double[rows], new double[rows]};
        double[][] products = {new double[rows * rows], new double[rows * rows]};
        sums[0][0] = sums[1][0] = 1;
        products[0][0] = products[1][0] = 2;
        SCALAR.products(x, offset, n + gap, rows, n, sums[0], products[0]);
        BEST.products(x, offset, n + gap, rows, n, sums[1], products[1]);
        assertThat(sums[1]).isEqualTo(sums[0]);
        assertThat(products[1]).isEqualTo(products[0]);
    }

    @Property(tries = 50)
    void takeTheProductOfEveryPairOfRows(@ForAll @IntRange(min = 1, max = 9) int rows,
                                         @ForAll @IntRange(min = 1, max = 3000) int n, @ForAll long seed) {
        float[] x = normal(seed, rows * n);
        double[] sums = new double[rows];
        double[] products = new double[rows * rows];
        BEST.products(x, 0, n, rows, n, sums, products);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                double product = 0;
                for (int k = 0; k < n; k++) {
                    product += (double) x[i * n + k] * x[j * n + k];
                }
                assertThat(products[i * rows + j]).isCloseTo(j <= i ? product : 0, within(2e-6 * n));
            }
        }
    }
}
