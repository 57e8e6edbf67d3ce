package app.partita.engine.nn;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.Reductions;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;

/** Mean and variance of whole tensors, accumulated in double and in a fixed order. */
public final class Normaliser {

    /** GroupNorm's epsilon. */
    public static final double EPSILON = 1e-5;

    /**
     * Sums of numbers and of their squares.
     *
     * @param count how many numbers
     */
    public record Moments(double sum, double squares, long count) {

        /** Of all parts together, added in their order. */
        public static Moments sum(Moments... parts) {
            double sum = 0;
            double squares = 0;
            long count = 0;
            for (Moments part : parts) {
                sum += part.sum;
                squares += part.squares;
                count += part.count;
            }
            return new Moments(sum, squares, count);
        }

        public double mean() {
            return sum / count;
        }

        /** Biased: divided by the count. */
        public double variance() {
            return Math.max(0, squares / count - mean() * mean());
        }

        /** The unbiased standard deviation. */
        public double deviation() {
            return count < 2 ? 0 : Math.sqrt(variance() * count / (count - 1));
        }

        /** The factor of a GroupNorm: {@code weight/√(variance + ε)}. */
        public float factor(float weight) {
            return (float) (weight / Math.sqrt(variance() + EPSILON));
        }

        /** The addend that belongs to {@link #factor}. */
        public float addend(float weight, float bias) {
            return (float) (bias - mean() * weight / Math.sqrt(variance() + EPSILON));
        }
    }

    private final Reductions reductions;
    private final Workers workers;

    public Normaliser(Kernels kernels, Workers workers) {
        this.reductions = kernels.reductions();
        this.workers = workers;
    }

    /** Over all numbers of a tensor, without its padding. */
    public Moments moments(Tensor x) {
        double[] sums = new double[2 * x.channels() * x.rows()];
        workers.run(x.channels(), (channel, scratch) -> {
            for (int row = 0; row < x.rows(); row++) {
                reductions.moments(x.data(), x.at(channel, row), x.columns(), sums, 2 * (channel * x.rows() + row));
            }
        });
        return total(sums, (long) x.channels() * x.rows() * x.columns());
    }

    /** Over {@code rows} rows of {@code columns} numbers, {@code stride} apart, on the calling thread. */
    public Moments moments(float[] x, int offset, int rows, int columns, int stride) {
        double[] sums = new double[2];
        for (int row = 0; row < rows; row++) {
            reductions.moments(x, offset + row * stride, columns, sums, 0);
        }
        return new Moments(sums[0], sums[1], (long) rows * columns);
    }

    private static Moments total(double[] sums, long count) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < sums.length; i += 2) {
            sum += sums[i];
            squares += sums[i + 1];
        }
        return new Moments(sum, squares, count);
    }
}
