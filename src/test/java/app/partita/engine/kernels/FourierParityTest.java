package app.partita.engine.kernels;

import static app.partita.testkit.Numbers.assertSameBits;
import static app.partita.testkit.Numbers.normal;

import app.partita.engine.kernels.scalar.ScalarKernels;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The family that this JVM would choose against the scalar one: same bits, and nothing else touched. */
class FourierParityTest {

    private static final int NUMBERS = 24;
    private static final Fourier SCALAR = new ScalarKernels().fourier();
    private static final Fourier BEST = Kernels.best().fourier();

    private interface Operation {

        void run(Fourier fourier, float[] re, float[] im, float[] x, float[] roots);
    }

    @Property(tries = 60)
    void split(@ForAll @IntRange(max = 4) int first, @ForAll @IntRange(min = 1, max = 5) int quarter,
               @ForAll @IntRange(min = 1, max = 4) int step, @ForAll long seed) {
        check(seed, (f, re, im, x, roots) -> f.split(re, im, first, 4 * quarter, roots, x, step));
    }

    @Property(tries = 60)
    void join(@ForAll @IntRange(max = 4) int first, @ForAll @IntRange(min = 1, max = 5) int quarter,
              @ForAll @IntRange(min = 1, max = 4) int step, @ForAll long seed) {
        check(seed, (f, re, im, x, roots) -> f.join(re, im, first, 4 * quarter, roots, x, step));
    }

    @Property(tries = 20)
    void pair(@ForAll @IntRange(max = NUMBERS - 2) int first, @ForAll long seed) {
        check(seed, (f, re, im, x, roots) -> f.pair(re, im, first));
    }

    @Property(tries = 60)
    void weaveAndUnweave(@ForAll @IntRange(max = NUMBERS - 1) int low, @ForAll @IntRange(max = NUMBERS - 1) int high,
                         @ForAll @IntRange(max = 40) int at, @ForAll long seed) {
        int[] parts = {at, at + 50, at + 100, at + 150};
        check(seed, (f, re, im, x, roots) -> f.weave(x, parts, 1.7f, -0.3f, re, im, low, high));
        check(seed, (f, re, im, x, roots) -> f.unweave(re, im, low, high, 0.7f, x, parts));
    }

    private static void check(long seed, Operation operation) {
        int length = NUMBERS * Fourier.LANES;
        float[][] expected = {normal(seed, length), normal(seed + 1, length), normal(seed + 2, length)};
        float[][] actual = {expected[0].clone(), expected[1].clone(), expected[2].clone()};
        float[] roots = normal(seed + 3, length);
        operation.run(SCALAR, expected[0], expected[1], expected[2], roots);
        operation.run(BEST, actual[0], actual[1], actual[2], roots);
        for (int i = 0; i < actual.length; i++) {
            assertSameBits(actual[i], expected[i]);
        }
    }
}
