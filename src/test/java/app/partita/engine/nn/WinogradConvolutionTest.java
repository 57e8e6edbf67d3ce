package app.partita.engine.nn;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.testkit.Numbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the definition of a 3×3 convolution with GLU, for any number of rows and columns: also those that four does not divide. */
class WinogradConvolutionTest {

    private static final double TOLERANCE = 1e-5;

    @Property(tries = 60)
    void isTheConvolutionOfTheBooks(
            @ForAll @IntRange(min = 1, max = 9) int inputs, @ForAll @IntRange(min = 1, max = 13) int outputs,
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 50) int columns,
            @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll long seed) {
        Tensor x = Naive.tensor(seed, inputs, rows, columns);
        float[] weight = Numbers.normal(seed + 1, 2 * outputs * inputs * 9);
        float[] bias = Numbers.normal(seed + 2, 2 * outputs);
        double[] expected = naive(x, weight, bias);
        for (Kernels kernels : Naive.FAMILIES) {
            Tensor y = Naive.blank(outputs, rows, columns);
            try (Workers workers = new Workers(threads)) {
                float[] packed = WinogradConvolution.pack(weight, 2 * outputs, inputs, kernels);
                new WinogradConvolution(packed, bias, inputs, kernels, workers, new Gemm(kernels, workers, Gemm.SHORT_SUMS))
                        .forward(x, y);
            }
            Naive.assertClose(Naive.dense(y), expected, TOLERANCE);
        }
    }

    private static double[] naive(Tensor x, float[] weight, float[] bias) {
        int outputs = bias.length / 2;
        double[] y = new double[outputs * x.rows() * x.columns()];
        for (int i = 0; i < y.length; i++) {
            int output = i / x.columns() / x.rows();
            int row = i / x.columns() % x.rows();
            int column = i % x.columns();
            double value = sum(x, weight, output, row, column) + bias[output];
            double gate = sum(x, weight, outputs + output, row, column) + bias[outputs + output];
            y[i] = value / (1 + Math.exp(-gate));
        }
        return y;
    }

    private static double sum(Tensor x, float[] weight, int output, int row, int column) {
        double sum = 0;
        for (int tap = 0; tap < 9 * x.channels(); tap++) {
            sum += weight[output * 9 * x.channels() + tap]
                    * Naive.padded(x, tap / 9, row + tap % 9 / 3 - 1, column + tap % 3 - 1);
        }
        return sum;
    }
}
