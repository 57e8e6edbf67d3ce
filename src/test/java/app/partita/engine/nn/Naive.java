package app.partita.engine.nn;

import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Tensors to try, and plain arithmetic in double to hold the results against. */
final class Naive {

    static final List<Kernels> FAMILIES = List.of(new ScalarKernels(), Kernels.best());

    private Naive() {
    }

    /** Normally distributed numbers; the padding holds NaN, so that nobody computes with it unnoticed. */
    static Tensor tensor(long seed, int channels, int rows, int columns) {
        Tensor tensor = blank(channels, rows, columns);
        float[] numbers = normal(seed, channels * rows * columns);
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(numbers, (channel * rows + row) * columns, tensor.data(), tensor.at(channel, row),
                        columns);
            }
        }
        return tensor;
    }

    /** All NaN. */
    static Tensor blank(int channels, int rows, int columns) {
        Tensor tensor = Tensor.zeros(channels, rows, columns);
        Arrays.fill(tensor.data(), Float.NaN);
        return tensor;
    }

    /** A number of the tensor; zero outside. */
    static double padded(Tensor x, int channel, int row, int column) {
        boolean inside = row >= 0 && row < x.rows() && column >= 0 && column < x.columns();
        return inside ? x.data()[x.at(channel, row) + column] : 0;
    }

    /** Dense, without padding. */
    static double[] dense(Tensor x) {
        double[] numbers = new double[x.channels() * x.rows() * x.columns()];
        for (int i = 0; i < numbers.length; i++) {
            int row = i / x.columns();
            numbers[i] = padded(x, row / x.rows(), row % x.rows(), i % x.columns());
        }
        return numbers;
    }

    /** Fails unless the root mean square of the difference is below {@code bound} times that of the expected. */
    static void assertClose(double[] actual, double[] expected, double bound) {
        assertClose(actual, expected, bound, 0);
    }

    /** As above; the expected numbers count as no smaller than {@code size}, that of the sums which they are tails of. */
    static void assertClose(double[] actual, double[] expected, double bound, double size) {
        assertThat(actual).hasSameSizeAs(expected);
        double difference = 0;
        double power = size * size * actual.length;
        for (int i = 0; i < actual.length; i++) {
            difference += Math.pow(actual[i] - expected[i], 2);
            power += expected[i] * expected[i];
        }
        assertThat(Math.sqrt(difference)).isLessThanOrEqualTo(bound * Math.sqrt(power));
    }
}
