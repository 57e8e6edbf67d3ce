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
}
