package app.partita.engine.kernels.scalar;

import app.partita.engine.kernels.Reductions;

/** The sums in the order that {@link Reductions} fixes. */
public final class ScalarReductions implements Reductions {

    @Override
    public void moments(float[] x, int offset, int n, double[] sums, int at) {
        double[] total = new double[LANES];
        double[] squares = new double[LANES];
        int whole = n - n % LANES;
        for (int lane = 0; lane < LANES; lane++) {
            for (int block = 0; block < whole; block += BLOCK) {
                float sum = 0f;
                float square = 0f;
                for (int i = block + lane; i < Math.min(block + BLOCK, whole); i += LANES) {
                    float value = x[offset + i];
                    sum += value;
                    square = Math.fma(value, value, square);
                }
                total[lane] += sum;
                squares[lane] += square;
            }
        }
        finish(x, offset, n, total, squares, sums, at);
    }

    /** Adds the lanes, then the elements beyond the last whole row of lanes. */
    public static void finish(float[] x, int offset, int n, double[] total, double[] squares, double[] sums, int at) {
        double sum = 0;
        double square = 0;
        for (int lane = 0; lane < LANES; lane++) {
            sum += total[lane];
            square += squares[lane];
        }
        for (int i = n - n % LANES; i < n; i++) {
            double value = x[offset + i];
            sum += value;
            square += value * value;
        }
        sums[at] += sum;
        sums[at + 1] += square;
    }
}
