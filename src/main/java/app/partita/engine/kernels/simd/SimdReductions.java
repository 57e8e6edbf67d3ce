package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.all;
import static app.partita.engine.kernels.simd.SimdMath.load;

import app.partita.engine.kernels.Reductions;
import app.partita.engine.kernels.scalar.ScalarReductions;
import jdk.incubator.vector.FloatVector;

/** {@value Reductions#LANES} lanes in as many registers as they need. */
final class SimdReductions implements Reductions {

    private static final int ROWS = 4;

    @Override
    public void moments(float[] x, int offset, int n, double[] sums, int at) {
        double[] total = new double[LANES];
        double[] squares = new double[LANES];
        float[] lanes = new float[2 * LANES];
        int whole = n - n % LANES;
        for (int block = 0; block < whole; block += BLOCK) {
            int from = offset + block;
            int to = offset + Math.min(block + BLOCK, whole);
            for (int register = 0; register < LANES; register += SimdMath.LANES) {
                FloatVector sum = all(0f);
                FloatVector square = all(0f);
                for (int i = from + register; i < to; i += LANES) {
                    FloatVector value = load(x, i);
                    sum = sum.add(value);
                    square = value.fma(value, square);
                }
                sum.intoArray(lanes, register);
                square.intoArray(lanes, LANES + register);
            }
            for (int lane = 0; lane < LANES; lane++) {
                total[lane] += lanes[lane];
                squares[lane] += lanes[LANES + lane];
            }
        }
        ScalarReductions.finish(x, offset, n, total, squares, sums, at);
    }

    /** Its speed comes from four sums of products at a time that share one row's numbers. */
    @Override
    public void products(float[] x, int offset, int stride, int rows, int n, double[] sums, double[] products) {
        double[] moments = new double[2];
        float[] lanes = new float[ROWS * LANES];
        int whole = n - n % LANES;
        for (int i = 0; i < rows; i++) {
            int a = offset + i * stride;
            moments[0] = 0;
            moments(x, a, n, moments, 0);
            sums[i] += moments[0];
            for (int j = 0; j <= i; j += ROWS) {
                // Beyond the diagonal a row's own product is taken again and left out.
                int last = Math.min(ROWS - 1, i - j);
                int b = offset + j * stride;
                double[] total = new double[ROWS];
                for (int block = 0; block < whole; block += BLOCK) {
                    int count = Math.min(BLOCK, whole - block);
                    for (int register = 0; register < LANES; register += SimdMath.LANES) {
                        int start = block + register;
                        multiply(x, a + start, b + start, b + Math.min(1, last) * stride + start,
                                b + Math.min(2, last) * stride + start, b + last * stride + start,
                                count, lanes, register);
                    }
                    for (int k = 0; k < ROWS; k++) {
                        for (int lane = 0; lane < LANES; lane++) {
                            total[k] += lanes[k * LANES + lane];
                        }
                    }
                }
                for (int k = 0; k <= last; k++) {
                    products[i * rows + j + k] += total[k] + ScalarReductions.rest(x, a, b + k * stride, n);
                }
            }
        }
    }

    private static void multiply(float[] x, int a, int b0, int b1, int b2, int b3, int n, float[] lanes, int register) {
        FloatVector sum0 = all(0f);
        FloatVector sum1 = all(0f);
        FloatVector sum2 = all(0f);
        FloatVector sum3 = all(0f);
        for (int i = 0; i < n; i += LANES) {
            FloatVector value = load(x, a + i);
            sum0 = value.fma(load(x, b0 + i), sum0);
            sum1 = value.fma(load(x, b1 + i), sum1);
            sum2 = value.fma(load(x, b2 + i), sum2);
            sum3 = value.fma(load(x, b3 + i), sum3);
        }
        sum0.intoArray(lanes, register);
        sum1.intoArray(lanes, LANES + register);
        sum2.intoArray(lanes, 2 * LANES + register);
        sum3.intoArray(lanes, 3 * LANES + register);
    }
}
