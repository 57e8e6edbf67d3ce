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

    @Override
    public void products(float[] x, int offset, int stride, int rows, int n, double[] sums, double[] products) {
        double[] moments = new double[2];
        for (int i = 0; i < rows; i++) {
            moments[0] = 0;
            moments(x, offset + i * stride, n, moments, 0);
            sums[i] += moments[0];
            for (int j = 0; j <= i; j++) {
                products[i * rows + j] += product(x, offset + i * stride, offset + j * stride, n);
            }
        }
    }

    private static double product(float[] x, int a, int b, int n) {
        int whole = n - n % LANES;
        double total = 0;
        for (int block = 0; block < whole; block += BLOCK) {
            for (int lane = 0; lane < LANES; lane++) {
                float sum = 0f;
                for (int i = block + lane; i < Math.min(block + BLOCK, whole); i += LANES) {
                    sum = Math.fma(x[a + i], x[b + i], sum);
                }
                total += sum;
            }
        }
        return total + rest(x, a, b, n);
    }

    /** The products beyond the last whole row of lanes. */
    public static double rest(float[] x, int a, int b, int n) {
        double sum = 0;
        for (int i = n - n % LANES; i < n; i++) {
            sum += (double) x[a + i] * x[b + i];
        }
        return sum;
    }
}
