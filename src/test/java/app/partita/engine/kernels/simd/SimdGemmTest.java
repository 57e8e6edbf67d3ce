package app.partita.engine.kernels.simd;

import static app.partita.testkit.Numbers.assertSameBits;
import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every register tile, those for other processors included, against the textbook's sum. */
class SimdGemmTest {

    private static final GemmKernel SCALAR = new ScalarKernels().gemm().getFirst();
    private static final List<GemmKernel> TILES = List.of(new Gemm12x2(), new Gemm8x2(), new Gemm4x2(), SCALAR);

    @Property(tries = 400)
    void everyTileGivesTheBitsOfTheTextbook(@ForAll("tiles") GemmKernel tile, @ForAll @IntRange(max = 70) int depth,
            @ForAll @IntRange(max = 5) int aOffset, @ForAll @IntRange(max = 5) int bOffset,
            @ForAll @IntRange(max = 5) int bGap, @ForAll @IntRange(max = 5) int cOffset,
            @ForAll @IntRange(max = 5) int cGap, @ForAll boolean accumulate, @ForAll long seed) {
        int bStride = tile.columns() + bGap;
        int cStride = tile.columns() + cGap;
        float[] a = normal(seed, aOffset + depth * tile.rows());
        float[] b = normal(seed + 1, bOffset + depth * bStride + tile.columns());
        float[] c = normal(seed + 2, cOffset + tile.rows() * cStride);
        float[] expected = c.clone();
        textbook(tile, depth, a, aOffset, b, bOffset, bStride, expected, cOffset, cStride, accumulate);
        tile.multiply(depth, a, aOffset, b, bOffset, bStride, c, cOffset, cStride, accumulate);
        assertSameBits(c, expected);
    }

    @Provide
    Arbitrary<GemmKernel> tiles() {
        return Arbitraries.of(TILES);
    }

    @Test
    void theTilesOfAFamilyAreTallestFirstAndEquallyWideAndEndWithFourRows() {
        Kernels simd = SimdKernels.detect();
        assumeTrue(simd != null, "no vectors here");
        assertThat(simd.gemm()).extracting(GemmKernel::rows).isSortedAccordingTo((a, b) -> b - a).endsWith(4);
        assertThat(simd.gemm()).extracting(GemmKernel::columns).containsOnly(simd.gemm().getFirst().columns());
        assertThat(TILES).extracting(Object::getClass)
                .containsAll(simd.gemm().stream().<Class<?>>map(Object::getClass).toList());
    }

    private static void textbook(GemmKernel tile, int depth, float[] a, int aOffset, float[] b, int bOffset,
                                 int bStride, float[] c, int cOffset, int cStride, boolean accumulate) {
        for (int row = 0; row < tile.rows(); row++) {
            for (int column = 0; column < tile.columns(); column++) {
                float sum = 0f;
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(a[aOffset + k * tile.rows() + row], b[bOffset + k * bStride + column], sum);
                }
                int at = cOffset + row * cStride + column;
                c[at] = accumulate ? c[at] + sum : sum;
            }
        }
    }
}
