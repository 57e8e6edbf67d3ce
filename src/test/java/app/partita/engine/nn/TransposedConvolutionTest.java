package app.partita.engine.nn;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.testkit.Exact;
import app.partita.testkit.Numbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the definition: every input adds its eight taps, four apart, and two are cropped at the start. */
class TransposedConvolutionTest {

    private static final double TOLERANCE = 1e-6;

    @Property(tries = 60)
    void alongFrequency(@ForAll @IntRange(min = 1, max = 9) int inputs, @ForAll @IntRange(min = 1, max = 7) int outputs,
                        @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 50) int columns,
                        @ForAll boolean gelu, @ForAll long seed) {
        Tensor x = Naive.tensor(seed, inputs, rows, columns);
        float[] weight = Numbers.normal(seed + 1, inputs * outputs * 8);
        float[] bias = Numbers.normal(seed + 2, outputs);
        double[] expected = naive(x, weight, bias, gelu, 4 * rows, columns, true);
        for (Kernels kernels : Naive.FAMILIES) {
            Tensor y = Naive.blank(outputs, 4 * rows, columns);
            try (Workers workers = new Workers(2)) {
                float[] packed = TransposedFrequencyConvolution.pack(weight, inputs, outputs, kernels);
                new TransposedFrequencyConvolution(packed, bias, inputs, gelu, kernels, workers,
                        new Gemm(kernels, workers, Gemm.SHORT_SUMS)).forward(x, y);
            }
            Naive.assertClose(Naive.dense(y), expected, TOLERANCE, 1);
        }
    }

    @Property(tries = 60)
    void alongTime(@ForAll @IntRange(min = 1, max = 9) int inputs, @ForAll @IntRange(min = 1, max = 7) int outputs,
                   @ForAll @IntRange(min = 1, max = 300) int columns, @ForAll @IntRange(max = 3) int missing,
                   @ForAll boolean gelu, @ForAll long seed) {
        Tensor x = Naive.tensor(seed, inputs, 1, columns);
        float[] weight = Numbers.normal(seed + 1, inputs * outputs * 8);
        float[] bias = Numbers.normal(seed + 2, outputs);
        int length = 4 * columns - missing;
        double[] expected = naive(x, weight, bias, gelu, 1, length, false);
        for (Kernels kernels : Naive.FAMILIES) {
            Tensor y = Naive.blank(outputs, 1, length);
            try (Workers workers = new Workers(2)) {
                layer(weight, bias, inputs, gelu, kernels, workers).forward(x, y);
            }
            Naive.assertClose(Naive.dense(y), expected, TOLERANCE, 1);
        }
    }

    private static double[] naive(Tensor x, float[] weight, float[] bias, boolean gelu, int rows, int columns,
                                  boolean frequency) {
        double[] y = new double[bias.length * rows * columns];
        for (int i = 0; i < y.length; i++) {
            int output = i / columns / rows;
            int row = i / columns % rows;
            int column = i % columns;
            int place = 2 + (frequency ? row : column);
            double sum = bias[output];
            for (int tap = place % 4; tap < 8; tap += 4) {
                for (int input = 0; input < x.channels(); input++) {
                    int from = (place - tap) / 4;
                    double value = place < tap ? 0
                            : frequency ? Naive.padded(x, input, from, column) : Naive.padded(x, input, 0, from);
                    sum += value * weight[(input * bias.length + output) * 8 + tap];
                }
            }
            y[i] = gelu ? Exact.gelu(sum) : sum;
        }
        return y;
    }

    private static TransposedConvolution layer(float[] weight, float[] bias, int inputs, boolean gelu, Kernels kernels,
                                               Workers workers) {
        PackedMatrix.Plan plan = TransposedConvolution.plan(inputs, bias.length, kernels);
        PackedMatrix packed = plan.restore(plan.pack(TransposedConvolution.phases(weight, inputs, bias.length)));
        return new TransposedConvolution(packed, bias, gelu, kernels, new Gemm(kernels, workers, Gemm.SHORT_SUMS));
    }
}
