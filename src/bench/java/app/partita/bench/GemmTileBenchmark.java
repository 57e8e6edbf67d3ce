package app.partita.bench;

import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
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
import org.openjdk.jmh.annotations.Warmup;

/** A register tile on panels that lie in the first-level cache: how near it comes to the peak. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GemmTileBenchmark {

    /** Products that the engine gives to a tile at a time. */
    private static final int DEPTH = 64;

    /** In the order of {@link Kernels#gemm()}: 0 is the tallest. */
    @Param({"0", "1", "2"})
    public int tile;

    private GemmKernel kernel;
    private float[] a;
    private float[] b;
    private float[] c;

    @Setup
    public void prepare() {
        var tiles = Kernels.best().gemm();
        if (tile >= tiles.size()) {
            throw new IllegalStateException("these kernels have " + tiles.size() + " tiles");
        }
        kernel = tiles.get(tile);
        a = Noise.of(DEPTH * kernel.rows());
        b = Noise.of(DEPTH * kernel.columns());
        c = new float[kernel.rows() * kernel.columns()];
    }

    @Benchmark
    public float[] multiply(Flops count) {
        kernel.multiply(DEPTH, a, 0, b, 0, kernel.columns(), c, 0, kernel.columns(), false);
        count.flops += 2L * DEPTH * kernel.rows() * kernel.columns();
        return c;
    }
}
