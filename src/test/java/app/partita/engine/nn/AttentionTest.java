package app.partita.engine.nn;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a softmax in double over the whole matrix of scores; token counts around the sizes of the blocks. */
class AttentionTest {

    private static final int HEADS = 2;
    private static final double TOLERANCE = 2e-6;

    @ParameterizedTest
    @CsvSource({"6, 1, 1", "6, 28, 112", "6, 112, 28", "6, 191, 223", "6, 192, 224", "6, 193, 225", "6, 400, 449",
        "64, 1, 3", "64, 31, 447", "64, 192, 448", "64, 200, 230", "64, 385, 224"})
    void weighsTheValuesByTheSoftmaxOfTheScores(int size, int queries, int keys) {
        int width = HEADS * size;
        Tensor q = Naive.tensor(1, 3 + width, 1, queries);
        Tensor kv = Naive.tensor(2, 5 + 2 * width, 1, keys);
        double[] expected = naive(q, 3, kv, 1, 5 + width, size);
        for (Kernels kernels : Naive.FAMILIES) {
            Tensor output = Naive.blank(width, 1, queries);
            try (Workers workers = new Workers(2)) {
                Attention attention = new Attention(HEADS, kernels, workers);
                attention.attend(q, 3, kv, 1, 5 + width, output);
                Naive.assertClose(Naive.dense(output), expected, TOLERANCE);
                // Once more, so that what the first run left behind would show.
                attention.attend(q, 3, kv, 1, 5 + width, output);
                Naive.assertClose(Naive.dense(output), expected, TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 50, 300", "64, 50, 300"})
    void survivesScoresOfAnySize(int size, int queries, int keys) {
        int width = HEADS * size;
        Tensor q = Naive.tensor(1, width, 1, queries);
        Tensor kv = Naive.tensor(2, 2 * width, 1, keys);
        for (int i = 0; i < width * kv.channelStride(); i++) {
            kv.data()[kv.at(0, 0) + i] *= 200;
        }
        double[] expected = naive(q, 0, kv, 0, width, size);
        for (Kernels kernels : Naive.FAMILIES) {
            Tensor output = Naive.blank(width, 1, queries);
            try (Workers workers = new Workers(1)) {
                new Attention(HEADS, kernels, workers).attend(q, 0, kv, 0, width, output);
            }
            Naive.assertClose(Naive.dense(output), expected, 1e-3);
        }
    }

    private static double[] naive(Tensor q, int qChannel, Tensor kv, int kChannel, int vChannel, int size) {
        double[] output = new double[HEADS * size * q.columns()];
        for (int head = 0; head < HEADS; head++) {
            for (int query = 0; query < q.columns(); query++) {
                double[] weights = new double[kv.columns()];
                double highest = Double.NEGATIVE_INFINITY;
                for (int key = 0; key < weights.length; key++) {
                    for (int i = 0; i < size; i++) {
                        weights[key] += Naive.padded(q, qChannel + head * size + i, 0, query)
                                * Naive.padded(kv, kChannel + head * size + i, 0, key) / Math.sqrt(size);
                    }
                    highest = Math.max(highest, weights[key]);
                }
                double total = 0;
                for (int key = 0; key < weights.length; key++) {
                    weights[key] = Math.exp(weights[key] - highest);
                    total += weights[key];
                }
                for (int i = 0; i < size; i++) {
                    double sum = 0;
                    for (int key = 0; key < weights.length; key++) {
                        sum += weights[key] / total * Naive.padded(kv, vChannel + head * size + i, 0, key);
                    }
                    output[(head * size + i) * q.columns() + query] = sum;
                }
            }
        }
        return output;
    }
}
