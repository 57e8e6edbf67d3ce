package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.NamedTensor;
import app.partita.engine.weights.TensorStore;
import app.partita.testkit.Exact;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the module written down in double: every row of a spectrogram is a signal of its own. */
class DConvTest {

    private static final double TOLERANCE = 3e-6;

    @ParameterizedTest
    @CsvSource({"8, 1, 5", "8, 1, 37", "8, 5, 28", "12, 3, 9", "16, 1, 700", "24, 4, 49", "48, 2, 336"})
    void addsItsBranches(int channels, int rows, int columns) {
        Map<String, NamedTensor> tensors = new HashMap<>();
        Map<String, float[]> numbers = new HashMap<>();
        int hidden = channels / 8;
        for (int d = 0; d < 2; d++) {
            String layer = "layers." + d + ".";
            put(tensors, numbers, layer + "0.weight", hidden, channels, 3);
            put(tensors, numbers, layer + "0.bias", hidden);
            put(tensors, numbers, layer + "1.weight", hidden);
            put(tensors, numbers, layer + "1.bias", hidden);
            put(tensors, numbers, layer + "3.weight", 2 * channels, hidden, 1);
            put(tensors, numbers, layer + "3.bias", 2 * channels);
            put(tensors, numbers, layer + "4.weight", 2 * channels);
            put(tensors, numbers, layer + "4.bias", 2 * channels);
            put(tensors, numbers, layer + "6.scale", channels);
        }
        double[][][] expected = new double[rows][][];
        for (Kernels kernels : new Kernels[] {new ScalarKernels(), Kernels.best()}) {
            Tensor x = Tensor.zeros(channels, rows, columns);
            float[] input = Recipe.numbers("x", new int[] {x.data().length});
            System.arraycopy(input, 0, x.data(), 0, input.length);
            for (int row = 0; row < rows; row++) {
                expected[row] = naive(numbers, signal(x, row));
            }
            try (Workers workers = new Workers(2)) {
                new DConv(Parameters.of(new StoredParameters(
                        new TensorStore("test", tensors, ModelArguments.RELEASED))), channels,
                        Ops.on(kernels, workers)).forward(x);
            }
            for (int row = 0; row < rows; row++) {
                assertClose(signal(x, row), expected[row]);
            }
        }
    }

    private static void put(Map<String, NamedTensor> tensors, Map<String, float[]> numbers, String name, int... shape) {
        float[] drawn = Recipe.numbers(name, shape);
        numbers.put(name, drawn);
        tensors.put(name, NamedTensor.of(drawn, shape));
    }

    private static double[][] signal(Tensor x, int row) {
        double[][] signal = new double[x.channels()][x.columns()];
        for (int channel = 0; channel < signal.length; channel++) {
            for (int i = 0; i < x.columns(); i++) {
                signal[channel][i] = x.data()[x.at(channel, row) + i];
            }
        }
        return signal;
    }

    private static double[][] naive(Map<String, float[]> p, double[][] input) {
        double[][] x = input;
        for (int d = 0; d < 2; d++) {
            String layer = "layers." + d + ".";
            double[][] h = convolve(x, p.get(layer + "0.weight"), p.get(layer + "0.bias"), 3, 1 << d);
            normalise(h, p.get(layer + "1.weight"), p.get(layer + "1.bias"));
            for (double[] channel : h) {
                Arrays.setAll(channel, i -> Exact.gelu(channel[i]));
            }
            double[][] gates = convolve(h, p.get(layer + "3.weight"), p.get(layer + "3.bias"), 1, 1);
            normalise(gates, p.get(layer + "4.weight"), p.get(layer + "4.bias"));
            for (int channel = 0; channel < x.length; channel++) {
                for (int i = 0; i < x[channel].length; i++) {
                    x[channel][i] += p.get(layer + "6.scale")[channel] * gates[channel][i]
                            * Exact.sigmoid(gates[x.length + channel][i]);
                }
            }
        }
        return x;
    }

    private static double[][] convolve(double[][] x, float[] weight, float[] bias, int taps, int dilation) {
        double[][] y = new double[bias.length][x[0].length];
        for (int output = 0; output < y.length; output++) {
            for (int i = 0; i < y[output].length; i++) {
                double sum = bias[output];
                for (int k = 0; k < x.length * taps; k++) {
                    int at = i + (k % taps - taps / 2) * dilation;
                    if (at >= 0 && at < x[0].length) {
                        sum += weight[output * x.length * taps + k] * x[k / taps][at];
                    }
                }
                y[output][i] = sum;
            }
        }
        return y;
    }

    private static void normalise(double[][] x, float[] weight, float[] bias) {
        double[] all = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        double variance = Arrays.stream(all).map(number -> (number - mean) * (number - mean)).average().orElseThrow();
        for (int channel = 0; channel < x.length; channel++) {
            for (int i = 0; i < x[channel].length; i++) {
                x[channel][i] = (x[channel][i] - mean) / Math.sqrt(variance + 1e-5) * weight[channel] + bias[channel];
            }
        }
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        double difference = 0;
        double power = 0;
        for (int channel = 0; channel < actual.length; channel++) {
            for (int i = 0; i < actual[channel].length; i++) {
                difference += Math.pow(actual[channel][i] - expected[channel][i], 2);
                power += Math.pow(expected[channel][i], 2);
            }
        }
        assertThat(Math.sqrt(difference / power)).isLessThan(TOLERANCE);
    }
}
