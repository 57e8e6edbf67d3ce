package app.partita.engine.kernels;

import static app.partita.testkit.Numbers.assertSameBits;
import static app.partita.testkit.Numbers.awkward;

import app.partita.engine.kernels.scalar.ScalarKernels;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The family that this JVM would choose against the scalar one: same bits, and nothing beside the target touched. */
class ElementwiseParityTest {

    private static final int TRIES = 300;
    private static final int LONGEST = 75;
    private static final int ROOM = LONGEST + 10;
    private static final int MANY = 50;
    private static final int ROOM_FOR_FOUR = 4 * (MANY + 5) + 20;
    private static final Elementwise SCALAR = new ScalarKernels().elementwise();
    private static final Elementwise BEST = Kernels.best().elementwise();

    private interface Operation {

        void run(Elementwise elementwise, float[] x, float[] y, float[] target, float[] parameters);
    }

    @Property(tries = TRIES)
    void affine(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 9) int from,
                @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.affine(x, from, target, to, n, p[0], p[1]));
        check(seed, (e, x, y, target, p) -> e.affine(target, from, target, from, n, p[0], p[1]));
    }

    @Property(tries = TRIES)
    void affineGelu(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 9) int from,
                    @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.affineGelu(x, from, target, to, n, p[0], p[1]));
        check(seed, (e, x, y, target, p) -> e.affineGelu(target, from, target, from, n, 1f, p[1]));
    }

    @Property(tries = TRIES)
    void glu(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 9) int a,
             @ForAll @IntRange(max = 9) int g, @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.glu(x, a, y, g, target, to, n, p[0], p[1]));
    }

    @Property(tries = TRIES)
    void affineGluAdd(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 9) int a,
                      @ForAll @IntRange(max = 9) int g, @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        check(seed, (e, x, y, target, p) ->
                e.affineGluAdd(x, a, y, g, target, to, n, p[0], p[1], p[2], p[3], p[4]));
    }

    @Property(tries = TRIES)
    void addScaled(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 9) int from,
                   @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.addScaled(x, from, target, to, n, p[0], p[1]));
    }

    @Property(tries = TRIES)
    void combine(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 6) int terms,
                 @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        int[] from = {9, 0, 3, 3, 1, 7};
        check(seed, (e, x, y, target, p) -> e.combine(x, from, p, terms, target, to, n));
    }

    @Property(tries = TRIES)
    void winogradInputs(@ForAll @IntRange(max = LONGEST / 6 - 2) int n, @ForAll @IntRange(max = 9) int at,
                        @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.winogradInputs(x, at, n + 1, n, target, at, LONGEST / 6));
    }

    @Property(tries = TRIES)
    void winogradOutputs(@ForAll @IntRange(max = LONGEST / 6) int n, @ForAll @IntRange(max = 9) int at,
                         @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.winogradOutputs(target, at, LONGEST / 6, n));
    }

    @Property(tries = TRIES)
    void pairedOutputs(@ForAll @IntRange(max = LONGEST / 4) int n, @ForAll @IntRange(max = 9) int at,
                       @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.pairedOutputs(target, at, LONGEST / 4, n));
    }

    @Property(tries = TRIES)
    void spread(@ForAll @IntRange(max = LONGEST / 2) int n, @ForAll @IntRange(max = 9) int from,
                @ForAll @IntRange(max = 4) int to, @ForAll @IntRange(min = 1, max = 40) int width,
                @ForAll @IntRange(max = 4) int gap, @ForAll long seed) {
        int stride = n < width ? 0 : width + Math.min(gap, (LONGEST - n) / (n / width));
        check(seed, (e, x, y, target, p) -> e.spread(x, from, n, target, to, width, stride));
    }

    @Property(tries = TRIES)
    void sum(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 9) int a,
             @ForAll @IntRange(max = 9) int b, @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.sum(x, a, y, b, target, to, n));
        check(seed, (e, x, y, target, p) -> e.sum(target, to, y, b, target, to, n));
    }

    @Property(tries = TRIES)
    void difference(@ForAll @IntRange(max = LONGEST) int n, @ForAll @IntRange(max = 9) int a,
                    @ForAll @IntRange(max = 9) int b, @ForAll @IntRange(max = 9) int to, @ForAll long seed) {
        check(seed, (e, x, y, target, p) -> e.difference(x, a, y, b, target, to, n));
        check(seed, (e, x, y, target, p) -> e.difference(target, to, y, b, target, to, n));
    }

    @Property(tries = TRIES)
    void interleaving(@ForAll @IntRange(max = MANY) int n, @ForAll @IntRange(max = 9) int from,
                      @ForAll @IntRange(max = 9) int to, @ForAll @IntRange(max = 5) int gap, @ForAll long seed) {
        float[] x = awkward(seed, ROOM_FOR_FOUR);
        float[] dealt = awkward(seed + 1, ROOM_FOR_FOUR);
        float[] expected = dealt.clone();
        SCALAR.deinterleave(x, from, n, expected, to, n + gap);
        BEST.deinterleave(x, from, n, dealt, to, n + gap);
        assertSameBits(dealt, expected);
        float[] collected = awkward(seed + 2, ROOM_FOR_FOUR);
        float[] untouched = collected.clone();
        BEST.interleave(dealt, to, n + gap, n, collected, from);
        System.arraycopy(x, from, untouched, from, 4 * n);
        assertSameBits(collected, untouched);
    }

    private static void check(long seed, Operation operation) {
        float[] x = awkward(seed, ROOM);
        float[] y = awkward(seed + 1, ROOM);
        float[] parameters = awkward(seed + 2, 6);
        float[] expected = awkward(seed + 3, ROOM);
        float[] actual = expected.clone();
        operation.run(SCALAR, x, y, expected, parameters);
        operation.run(BEST, x, y, actual, parameters);
        assertSameBits(actual, expected);
    }
}
