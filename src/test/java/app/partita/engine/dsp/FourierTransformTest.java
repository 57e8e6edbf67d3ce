package app.partita.engine.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.Fourier;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.testkit.Numbers;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the sums that define the transform, for every power of two, in every family of kernels. */
class FourierTransformTest {

    private static final List<Kernels> FAMILIES = List.of(new ScalarKernels(), Kernels.best());
    private static final int LANES = Fourier.LANES;
    private static final double TOLERANCE = 3e-6;

    @Property(tries = 40)
    void forwardIsTheTransformOfTheBooks(@ForAll @IntRange(max = 7) int log, @ForAll @IntRange(max = LANES - 1) int lane,
                                         @ForAll long seed) {
        int size = 1 << log;
        float[] x = Numbers.normal(seed, size * LANES);
        float[] y = Numbers.normal(seed + 1, size * LANES);
        for (Kernels kernels : FAMILIES) {
            float[] re = x.clone();
            float[] im = y.clone();
            FourierTransform transform = new FourierTransform(size, kernels.fourier());
            transform.forward(re, im);
            for (int frequency = 0; frequency < size; frequency++) {
                double[] expected = sum(x, y, lane, frequency);
                int at = transform.position(frequency) * LANES + lane;
                assertThat((double) re[at]).isCloseTo(expected[0], within(TOLERANCE * size));
                assertThat((double) im[at]).isCloseTo(expected[1], within(TOLERANCE * size));
            }
        }
    }

    private static double[] sum(float[] x, float[] y, int lane, int frequency) {
        int size = x.length / LANES;
        double re = 0;
        double im = 0;
        for (int n = 0; n < size; n++) {
            double angle = 2 * Math.PI * frequency * n / size;
            re += x[n * LANES + lane] * Math.cos(angle) + y[n * LANES + lane] * Math.sin(angle);
            im += y[n * LANES + lane] * Math.cos(angle) - x[n * LANES + lane] * Math.sin(angle);
        }
        return new double[] {re, im};
    }

    @Property(tries = 40)
    void inverseUndoesForwardButForTheSize(@ForAll @IntRange(max = 8) int log, @ForAll long seed) {
        int size = 1 << log;
        float[] x = Numbers.normal(seed, size * LANES);
        float[] y = Numbers.normal(seed + 1, size * LANES);
        for (Kernels kernels : FAMILIES) {
            float[] re = x.clone();
            float[] im = y.clone();
            FourierTransform transform = new FourierTransform(size, kernels.fourier());
            transform.forward(re, im);
            transform.inverse(re, im);
            for (int i = 0; i < x.length; i++) {
                assertThat(re[i] / size).isCloseTo(x[i], within((float) TOLERANCE));
                assertThat(im[i] / size).isCloseTo(y[i], within((float) TOLERANCE));
            }
        }
    }
}
