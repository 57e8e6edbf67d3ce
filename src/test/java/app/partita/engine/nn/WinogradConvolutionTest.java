package app.partita.engine.nn;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.testkit.Numbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the definition of a convolution with GLU, for any number of rows and columns: also those that four does not divide. */
class WinogradConvolutionTest {

    private static final double TOLERANCE = 1e-5;

    @Property(tries = 60)
    void isTheConvolutionOfTheBooks(
            @ForAll @IntRange(min = 1, max = 9) int inputs, @ForAll @IntRange(min = 1, max = 13) int outputs,
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 50) int columns,
            @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll long seed) {
        check(inputs, outputs, 3, Naive.tensor(seed, inputs, rows, columns), threads, seed);
    }

    @Property(tries = 60)
    void isThatOfWaveforms(
            @ForAll @IntRange(min = 1, max = 9) int inputs, @ForAll @IntRange(min = 1, max = 13) int outputs,
            @ForAll @IntRange(min = 1, max = 2000) int columns, @ForAll @IntRange(min = 1, max = 3) int threads,
            @ForAll long seed) {
        check(inputs, outputs, 1, Naive.tensor(seed, inputs, 1, columns), threads, seed);
    }

    private static void check(int inputs, int outputs, int tapRows, Tensor x, int threads, long seed) {
        float[] weight = Numbers.normal(seed + 1, 2 * outputs * inputs * tapRows * 3);
        float[] bias = Numbers.normal(seed + 2, 2 * outputs);
        double[] expected = naive(x, weight, tapRows, bias);
        for (Kernels kernels : Naive.FAMILIES) {
            Tensor y = Naive.blank(outputs, x.rows(), x.columns());
            try (Workers workers = new Workers(threads)) {
                float[] packed = WinogradConvolution.pack(weight, 2 * outputs, inputs, tapRows, kernels);
                new WinogradConvolution(packed, bias, inputs, tapRows, kernels, workers,
                        new Gemm(kernels, workers, Gemm.SHORT_SUMS)).forward(x, y);
            }
            Naive.assertClose(Naive.dense(y), expected, TOLERANCE);
        }
    }

    private static double[] naive(Tensor x, float[] weight, int tapRows, float[] bias) {
        int outputs = bias.length / 2;
        double[] y = new double[outputs * x.rows() * x.columns()];
        for (int i = 0; i < y.length; i++) {
            int output = i / x.columns() / x.rows();
            int row = i / x.columns() % x.rows();
            int column = i % x.columns();
            double value = sum(x, weight, tapRows, output, row, column) + bias[output];
            double gate = sum(x, weight, tapRows, outputs + output, row, column) + bias[outputs + output];
            y[i] = value / (1 + Math.exp(-gate));
        }
        return y;
    }

    private static double sum(Tensor x, float[] weight, int tapRows, int output, int row, int column) {
        int taps = 3 * tapRows;
        double sum = 0;
        for (int tap = 0; tap < taps * x.channels(); tap++) {
            sum += weight[output * taps * x.channels() + tap]
                    * Naive.padded(x, tap / taps, row + tap % taps / 3 - tapRows / 2, column + tap % 3 - 1);
        }
        return sum;
    }
}
