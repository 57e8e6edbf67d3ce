package app.partita.engine.htdemucs;

import app.partita.engine.nn.Normaliser.Moments;

/**
 * The moments of {@code W·h + b} over all rows and columns, from those of h: with few rows in h and many in W, the
 * product need not exist before its norm is known.
 *
 * <p>{@code Σ(W·h + b) = u·s + n·Σb} and {@code Σ(W·h + b)² = ⟨WᵀW, H⟩ + 2·v·s + n·Σb²}, where s are the row sums of h,
 * H = h·hᵀ, u the column sums of W, v = Wᵀb and n the number of columns.
 */
final class ExpandedMoments {

    private final int rows;
    private final int hidden;
    private final double[] columnSums;
    private final double[] biasProducts;
    private final double[] gram;
    private double biasSum;
    private double biasSquares;

    /** @param weight {@code bias.length × hidden}, row by row */
    ExpandedMoments(float[] weight, float[] bias, int hidden) {
        this.rows = bias.length;
        this.hidden = hidden;
        this.columnSums = new double[hidden];
        this.biasProducts = new double[hidden];
        this.gram = new double[hidden * hidden];
        for (int row = 0; row < rows; row++) {
            biasSum += bias[row];
            biasSquares += (double) bias[row] * bias[row];
            for (int i = 0; i < hidden; i++) {
                double factor = weight[row * hidden + i];
                columnSums[i] += factor;
                biasProducts[i] += factor * bias[row];
                for (int j = 0; j <= i; j++) {
                    gram[i * hidden + j] += factor * weight[row * hidden + j];
                }
            }
        }
    }

    /**
     * The moments for n columns of h.
     *
     * @param sums     of the rows of h
     * @param products of each pair of rows, {@code j ≤ i} at {@code i·hidden + j}
     */
    Moments of(double[] sums, double[] products, int n) {
        double sum = n * biasSum;
        double squares = n * biasSquares;
        for (int i = 0; i < hidden; i++) {
            sum += columnSums[i] * sums[i];
            squares += 2 * biasProducts[i] * sums[i];
            for (int j = 0; j < i; j++) {
                squares += 2 * gram[i * hidden + j] * products[i * hidden + j];
            }
            squares += gram[i * hidden + i] * products[i * hidden + i];
        }
        return new Moments(sum, squares, (long) rows * n);
    }
}
