package app.partita.engine.nn;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.testkit.Exact;
import app.partita.testkit.Numbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the definition: every output row reads eight input rows, four apart from the next one's, padded by two. */
class FrequencyConvolutionTest {

    private static final double TOLERANCE = 1e-6;

    @Property(tries = 60)
    void isTheConvolutionOfTheBooks(
            @ForAll @IntRange(min = 1, max = 9) int inputs, @ForAll @IntRange(min = 1, max = 7) int outputs,
            @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll @IntRange(min = 1, max = 50) int columns,
            @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll boolean gelu, @ForAll long seed) {
        Tensor x = Naive.tensor(seed, inputs, 4 * rows, columns);
        float[] weight = Numbers.normal(seed + 1, outputs * inputs * 8);
        float[] bias = Numbers.normal(seed + 2, outputs);
        double[] expected = naive(x, weight, bias, gelu);
        for (Kernels kernels : Naive.FAMILIES) {
            Tensor y = Naive.blank(outputs, rows, columns);
            try (Workers workers = new Workers(threads)) {
                new FrequencyConvolution(FrequencyConvolution.pack(weight, outputs, inputs, kernels), bias, inputs,
                        kernels, workers, new Gemm(kernels, workers, Gemm.SHORT_SUMS)).forward(x, y, gelu);
            }
            Naive.assertClose(Naive.dense(y), expected, TOLERANCE, 1);
        }
    }

    private static double[] naive(Tensor x, float[] weight, float[] bias, boolean gelu) {
        int rows = x.rows() / 4;
        double[] y = new double[bias.length * rows * x.columns()];
        for (int i = 0; i < y.length; i++) {
            int output = i / x.columns() / rows;
            int row = i / x.columns() % rows;
            double sum = bias[output];
            for (int k = 0; k < 8 * x.channels(); k++) {
                sum += weight[output * 8 * x.channels() + k]
                        * Naive.padded(x, k / 8, 4 * row + k % 8 - 2, i % x.columns());
            }
            y[i] = gelu ? Exact.gelu(sum) : sum;
        }
        return y;
    }
}
