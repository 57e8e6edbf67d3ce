package app.partita.engine.htdemucs;

import app.partita.bench.Flops;
import app.partita.bench.Noise;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.NamedTensor;
import app.partita.engine.weights.TensorStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

/** The residual branches of one layer, both of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DConvBenchmark {

    private static final int COMPRESSION = 8;

    /** Channels, rows and columns. */
    @Param({"48x512x336", "96x128x336", "192x32x336", "384x8x336", "48x1x85995", "384x1x1344"})
    public String shape;

    @Param({"1", "2"})
    public int threads;

    private final Map<String, NamedTensor> tensors = new HashMap<>();
    private Workers workers;
    private DConv dconv;
    private Tensor x;
    private long weights;

    @Setup
    public void prepare() {
        int[] sizes = Noise.sizes(shape);
        int channels = sizes[0];
        int hidden = channels / COMPRESSION;
        for (String layer : new String[] {"layers.0.", "layers.1."}) {
            put(layer + "0.weight", hidden, channels, 3);
            put(layer + "3.weight", 2 * channels, hidden, 1);
            for (String name : new String[] {"0.bias", "1.weight", "1.bias"}) {
                put(layer + name, hidden);
            }
            for (String name : new String[] {"3.bias", "4.weight", "4.bias"}) {
                put(layer + name, 2 * channels);
            }
            // So little is added that the numbers stay in range however often it is done.
            tensors.put(layer + "6.scale", NamedTensor.of(new float[channels], channels));
        }
        workers = new Workers(threads);
        TensorStore store = new TensorStore("benchmark", tensors, ModelArguments.RELEASED);
        dconv = new DConv(Parameters.of(new StoredParameters(store)), channels, Ops.on(Kernels.best(), workers));
        x = Noise.tensor(channels, sizes[1], sizes[2]);
    }

    private void put(String name, int... shape) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        tensors.put(name, NamedTensor.of(Noise.of(length), shape));
        weights += shape.length > 1 ? length : 0;
    }

    @Benchmark
    public Tensor forward(Flops count) {
        dconv.forward(x);
        count.flops += 2 * weights * x.rows() * x.columns();
        return x;
    }

    @TearDown
    public void close() {
        workers.close();
    }
}
