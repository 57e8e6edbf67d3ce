package app.partita.engine.kernels;

import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.scalar.ScalarKernels;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockSumsParityTest {

    private static final BlockSums SCALAR = new ScalarKernels().blockSums();
    private static final BlockSums BEST = Kernels.best().blockSums();
    private static final int FEWEST = 16;

    @Property(tries = 100)
    void giveTheSameBits(@ForAll @IntRange(min = 1, max = 9) int sixteens, @ForAll @IntRange(max = 20) int offset,
                         @ForAll @IntRange(max = 5) int gap, @ForAll boolean more, @ForAll long seed) {
        int n = FEWEST * sixteens;
        float[] a = normal(seed, offset + 4 * n);
        float[][] left = {new float[gap + 4 * n], new float[gap + 4 * n]};
        SCALAR.left(a, offset, n, left[0], gap);
        BEST.left(a, offset, n, left[1], gap);
        assertThat(left[1]).isEqualTo(left[0]);

        float[] right = normal(seed + 1, offset + 8 * (n + gap));
        float[] best = right.clone();
        SCALAR.right(right, offset, n + gap, n);
        BEST.right(best, offset, n + gap, n);
        assertThat(best).isEqualTo(right);

        float[] products = normal(seed + 2, gap + 4 * n);
        float[] c = normal(seed + 3, offset + 4 * n);
        best = c.clone();
        SCALAR.products(products, gap, n, c, offset, more);
        BEST.products(products, gap, n, best, offset, more);
        assertThat(best).isEqualTo(c);
    }

    /** With numbers for blocks: what the two sums and the seven products come to. */
    @Property
    void makeTheProductOfTwoByTwoBlocks(@ForAll boolean more, @ForAll long seed) {
        float[] a = spread(normal(seed, 4));
        float[] b = Arrays.copyOf(spread(normal(seed + 1, 4)), 8 * FEWEST);
        float[] c = spread(normal(seed + 2, 4));
        float[] before = c.clone();
        float[] s = new float[4 * FEWEST];
        BEST.left(a, 0, FEWEST, s, 0);
        BEST.right(b, 0, FEWEST, FEWEST);
        float[] shared = new float[4 * FEWEST];
        for (int i = 0; i < FEWEST; i++) {
            shared[i] = a[i] * b[i];
            shared[FEWEST + i] = s[FEWEST + i] * b[5 * FEWEST + i];
            shared[2 * FEWEST + i] = s[2 * FEWEST + i] * b[6 * FEWEST + i];
            shared[3 * FEWEST + i] = s[i] * b[4 * FEWEST + i];
            c[i] += a[FEWEST + i] * b[2 * FEWEST + i];
            c[FEWEST + i] += s[3 * FEWEST + i] * b[3 * FEWEST + i];
            c[2 * FEWEST + i] += a[3 * FEWEST + i] * b[7 * FEWEST + i];
        }
        BEST.products(shared, 0, FEWEST, c, 0, more);

        for (int block = 0; block < 4; block++) {
            int row = block / 2 * 2;
            int column = block % 2;
            float expected = a[row * FEWEST] * b[column * FEWEST] + a[(row + 1) * FEWEST] * b[(2 + column) * FEWEST]
                    + (more || block < 3 ? before[block * FEWEST] : 0);
            assertThat(c[block * FEWEST]).isCloseTo(expected, within(2e-5f));
        }
    }

    /** Blocks of one number each. */
    private static float[] spread(float[] numbers) {
        float[] blocks = new float[numbers.length * FEWEST];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = numbers[i / FEWEST];
        }
        return blocks;
    }
}
