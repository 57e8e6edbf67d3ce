package app.partita.bench;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.nn.Attention;
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

/** The attention of the released network, 8 heads of 64, from projected queries, keys and values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AttentionBenchmark {

    private static final int HEADS = 8;
    private static final int WIDTH = 512;

    /** Queries and keys. */
    @Param({"2688x2688", "2688x1344", "1344x2688", "1344x1344"})
    public String tokens;

    @Param({"1", "2"})
    public int threads;

    private Workers workers;
    private Attention attention;
    private Tensor queries;
    private Tensor keysAndValues;
    private Tensor output;

    @Setup
    public void prepare() {
        int[] sizes = Noise.sizes(tokens);
        workers = new Workers(threads);
        attention = new Attention(HEADS, Kernels.best(), workers);
        queries = Noise.tensor(WIDTH, 1, sizes[0]);
        keysAndValues = Noise.tensor(2 * WIDTH, 1, sizes[1]);
        output = Tensor.zeros(WIDTH, 1, sizes[0]);
    }

    @Benchmark
    public Tensor attend(Flops count) {
        attention.attend(queries, 0, keysAndValues, 0, WIDTH, output);
        count.flops += 4L * WIDTH * queries.columns() * keysAndValues.columns();
        return output;
    }

    @TearDown
    public void close() {
        workers.close();
    }
}
