package app.partita.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.testkit.Exact;
import app.partita.testkit.Numbers;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PackedMatrixTest {

    private record Tile(int rows, int columns) implements GemmKernel {

        @Override
        public void multiply(int depth, float[] a, int aOffset, float[] b, int bOffset, int bStride,
                             float[] c, int cOffset, int cStride, boolean accumulate) {
            throw new UnsupportedOperationException();
        }
    }

    @Property(tries = 500)
    void panelsCoverAllRowsWithoutOverlapAndBeginAtBlocks(@ForAll @IntRange(min = 1, max = 700) int rows,
            @ForAll @IntRange(min = 1, max = 60) int quarterOfBlock, @ForAll boolean oneBlock,
            @ForAll("families") List<GemmKernel> kernels) {
        int block = oneBlock ? rows : 4 * quarterOfBlock;
        PanelLayout layout = PanelLayout.of(rows, block, kernels);
        int[] starts = layout.starts();
        assertThat(starts).hasSize(layout.panels() + 1).startsWith(0);
        for (int panel = 0; panel < layout.panels(); panel++) {
            assertThat(starts[panel + 1] - starts[panel]).isEqualTo(layout.kernels().get(panel).rows());
        }
        assertThat(layout.paddedRows()).isBetween(rows, rows + kernels.getLast().rows() - 1);
        for (int start = 0; start < rows; start += block) {
            assertThat(starts).contains(start);
        }
    }

    @Provide
    Arbitrary<List<GemmKernel>> families() {
        return Arbitraries.of(List.of(12, 8, 4), List.of(4), List.of(12, 4), List.of(16, 8, 4), List.of(8, 4))
                .map(heights -> heights.stream().<GemmKernel>map(rows -> new Tile(rows, 16)).toList());
    }

    @Property(tries = 100)
    void panelsHoldTheRowsColumnByColumn(@ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 1100) int depth, @ForAll("implementations") Kernels kernels) {
        float[] matrix = Numbers.normal(1, rows * depth);
        PackedMatrix packed = PackedMatrix.of(matrix, rows, depth, kernels);
        assertThat(packed.rows()).isEqualTo(rows);
        assertThat(packed.depth()).isEqualTo(depth);
        for (int k0 = 0; k0 < depth; k0 += packed.blockDepth()) {
            for (int panel = 0; panel < packed.panels(); panel++) {
                int height = packed.kernel(panel).rows();
                for (int i = 0; i < height * packed.depthAt(k0); i++) {
                    int row = packed.start(panel) + i % height;
                    float expected = row < rows ? matrix[row * depth + k0 + i / height] : 0f;
                    assertThat(packed.data()[packed.offset(k0, panel) + i]).isEqualTo(expected);
                }
            }
        }
    }

    @Property(tries = 30)
    void quartersHoldEveryNumberOnceAndTheBlocksOfAStepFollowEachOther(
            @ForAll @IntRange(min = 1, max = 12) int sixteenths, @ForAll @IntRange(min = 1, max = 2) int blocks,
            @ForAll("implementations") Kernels kernels) {
        int rows = 16 * sixteenths;
        int depth = blocks * Quarters.BLOCK;
        float[] matrix = Numbers.normal(1, rows * depth);
        PackedMatrix.Plan plan = PackedMatrix.Plan.quartered(rows, depth, kernels);
        PackedMatrix packed = plan.restore(plan.pack(matrix));
        Quarters quarters = packed.quarters();
        int covered = 0;
        for (int block = 0; block < 16 * quarters.groups(); block++) {
            int group = block / 16;
            int rowQuarter = block % 16 / 4;
            int depthQuarter = block % 4;
            int height = quarters.kernel(group).rows();
            int at = quarters.offset(rowQuarter, depthQuarter, group);
            int numbers = height * Quarters.DEPTH;
            for (int i = 0; i < blocks * numbers; i++) {
                int k0 = i / numbers * Quarters.BLOCK;
                int row = quarters.start(rowQuarter, group) + i % height;
                int k = k0 + depthQuarter * Quarters.DEPTH + i % numbers / height;
                assertThat(packed.data()[k0 * rows + at + i % numbers]).isEqualTo(matrix[row * depth + k]);
            }
            covered += numbers;
            assertThat(at).isEqualTo(quarters.offset(rowQuarter & 2, depthQuarter & 2, group)
                    + numbers * (rowQuarter % 2 * 2 + depthQuarter % 2));
        }
        assertThat(covered).isEqualTo(rows * Quarters.BLOCK);
        assertThat(rows * Quarters.BLOCK).isEqualTo(quarters.offset(quarters.chunks()));
    }

    @Property(tries = 60)
    void gatedRowsAreGatedByTheSecondHalf(@ForAll @IntRange(min = 1, max = 50) int half,
            @ForAll @IntRange(min = 1, max = 20) int depth, @ForAll("implementations") Kernels kernels,
            @ForAll long seed) {
        int columns = 37;
        float[] matrix = Numbers.normal(seed, 2 * half * depth);
        float[] bias = Numbers.normal(seed + 1, 2 * half);
        Tensor x = Naive.tensor(seed + 2, depth, 1, columns);
        Tensor y = Naive.blank(half, 1, columns);
        try (Workers workers = new Workers(2)) {
            new Gemm(kernels, workers, Gemm.SHORT_SUMS).multiply(PackedMatrix.gated(matrix, half, depth, kernels),
                    MatrixColumns.of(x), columns,
                    new Sinks(kernels.elementwise()).glu(y, bias));
        }
        double[] expected = new double[half * columns];
        for (int i = 0; i < expected.length; i++) {
            int channel = i / columns;
            expected[i] = row(matrix, bias, channel, x, i % columns)
                    * Exact.sigmoid(row(matrix, bias, half + channel, x, i % columns));
        }
        Naive.assertClose(Naive.dense(y), expected, 1e-6);
    }

    @Provide
    Arbitrary<Kernels> implementations() {
        return Arbitraries.of(Naive.FAMILIES);
    }

    private static double row(float[] matrix, float[] bias, int row, Tensor x, int column) {
        double sum = bias[row];
        for (int k = 0; k < x.channels(); k++) {
            sum += (double) matrix[row * x.channels() + k] * Naive.padded(x, k, 0, column);
        }
        return sum;
    }

    @Property(tries = 60)
    void sinksWriteWhatTheirNamesSay(@ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 20) int depth, @ForAll("implementations") Kernels kernels,
            @ForAll long seed) {
        int columns = 21;
        float[] matrix = Numbers.normal(seed, rows * depth);
        float[] bias = Numbers.normal(seed + 1, rows);
        float[] scale = Numbers.normal(seed + 3, rows);
        Tensor x = Naive.tensor(seed + 2, depth, 1, columns);
        Tensor linear = Naive.blank(rows, 1, columns);
        Tensor gelu = Naive.blank(rows, 1, columns);
        Tensor residual = Naive.tensor(seed + 4, rows, 1, columns);
        double[] before = Naive.dense(residual);
        Sinks sinks = new Sinks(kernels.elementwise());
        try (Workers workers = new Workers(1)) {
            PackedMatrix packed = PackedMatrix.of(matrix, rows, depth, kernels);
            for (RowSink sink : Arrays.asList(sinks.linear(linear, bias), sinks.gelu(gelu, bias),
                    sinks.residual(residual, bias, scale))) {
                new Gemm(kernels, workers, Gemm.SHORT_SUMS).multiply(packed, MatrixColumns.of(x), columns,
                        sink);
            }
        }
        double[] sums = new double[rows * columns];
        double[] activated = new double[sums.length];
        double[] added = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = row(matrix, bias, i / columns, x, i % columns);
            activated[i] = Exact.gelu(sums[i]);
            added[i] = before[i] + scale[i / columns] * sums[i];
        }
        Naive.assertClose(Naive.dense(linear), sums, 1e-6);
        Naive.assertClose(Naive.dense(gelu), activated, 1e-6);
        Naive.assertClose(Naive.dense(residual), added, 1e-6);
    }
}
