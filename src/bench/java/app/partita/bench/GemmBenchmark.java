package app.partita.bench;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.nn.Gemm;
import app.partita.engine.nn.MatrixColumns;
import app.partita.engine.nn.PackedMatrix;
import app.partita.engine.nn.RowSink;
import app.partita.engine.nn.Sinks;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole products of the released network, packing of the columns and writing of the rows included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GemmBenchmark {

    /** Rows, depth and columns: feed-forward, projections, rewrites of both branches, encoders, DConv, transposed. */
    @Param({"2048x512x2688", "512x2048x2688", "1536x512x2688", "512x512x1344", "768x3456x2688", "384x1728x10752",
        "192x864x43008", "96x432x172032", "192x288x21499", "384x1536x2688", "96x384x21499", "48x32x172032",
        "768x192x10752", "6x144x85995"})
    public String shape;

    @Param({"1", "2"})
    public int threads;

    private Workers workers;
    private Gemm gemm;
    private PackedMatrix matrix;
    private MatrixColumns columns;
    private Tensor product;
    private RowSink sink;

    @Setup
    public void prepare() {
        int[] sizes = Noise.sizes(shape);
        Kernels kernels = Kernels.best();
        workers = new Workers(threads);
        gemm = new Gemm(kernels, workers, Gemm.LONG_SUMS);
        matrix = PackedMatrix.of(Noise.of(sizes[0] * sizes[1]), sizes[0], sizes[1], kernels);
        Tensor x = Noise.tensor(sizes[1], 1, sizes[2]);
        columns = MatrixColumns.of(x);
        product = Tensor.zeros(sizes[0], 1, sizes[2]);
        sink = new Sinks(kernels.elementwise()).linear(product, new float[sizes[0]]);
    }

    @Benchmark
    public Tensor multiply(Flops count) {
        gemm.multiply(matrix, columns, product.columns(), sink);
        count.flops += 2L * matrix.rows() * matrix.depth() * product.columns();
        return product;
    }

    @TearDown
    public void close() {
        workers.close();
    }
}
