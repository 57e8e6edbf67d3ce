package app.partita.engine.htdemucs;

import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.nn.Normaliser.Moments;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the moments of the product itself, taken in double. */
class ExpandedMomentsTest {

    @Property(tries = 60)
    void areThoseOfTheProduct(@ForAll @IntRange(min = 1, max = 30) int rows, @ForAll @IntRange(min = 1, max = 9) int hidden,
                              @ForAll @IntRange(min = 1, max = 400) int columns, @ForAll long seed) {
        float[] weight = normal(seed, rows * hidden);
        float[] bias = normal(seed + 1, rows);
        float[] h = normal(seed + 2, hidden * columns);
        double[] sums = new double[hidden];
        double[] products = new double[hidden * hidden];
        Kernels.best().reductions().products(h, 0, columns, hidden, columns, sums, products);

        Moments moments = new ExpandedMoments(weight, bias, hidden).of(sums, products, columns);

        double sum = 0;
        double squares = 0;
        for (int i = 0; i < rows * columns; i++) {
            int row = i / columns;
            double value = bias[row];
            for (int k = 0; k < hidden; k++) {
                value += (double) weight[row * hidden + k] * h[k * columns + i % columns];
            }
            sum += value;
            squares += value * value;
        }
        assertThat(moments.count()).isEqualTo((long) rows * columns);
        assertThat(moments.sum()).isCloseTo(sum, within(1e-5 * Math.sqrt(squares * rows * columns)));
        assertThat(moments.squares()).isCloseTo(squares, within(1e-5 * squares));
    }
}
