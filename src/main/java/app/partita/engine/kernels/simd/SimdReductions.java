package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.all;
import static app.partita.engine.kernels.simd.SimdMath.load;

import app.partita.engine.kernels.Reductions;
import app.partita.engine.kernels.scalar.ScalarReductions;
import jdk.incubator.vector.FloatVector;

/** {@value Reductions#LANES} lanes in as many registers as they need. */
final class SimdReductions implements Reductions {

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
}
