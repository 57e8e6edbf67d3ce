package app.partita.bench;

import app.partita.engine.kernels.Kernels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Everything but products, on numbers in the second-level cache: nanoseconds an element on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ElementwiseBenchmark.COUNT)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ElementwiseBenchmark {

    static final int COUNT = ElementwiseBenchmark.ROWS * ElementwiseBenchmark.COLUMNS;
    private static final int ROWS = 512;
    private static final int COLUMNS = 32;

    private final Kernels kernels = Kernels.best();
    private final float[] x = Noise.of(COUNT);
    private final float[] y = Noise.of(COUNT);
    private final float[] target = new float[COUNT];
    private final float[] weight = Noise.of(ROWS);
    private final float[] bias = Noise.of(ROWS);
    private final float[] max = new float[COLUMNS];
    private final float[] sum = new float[COLUMNS];
    private final float[] correction = new float[COLUMNS];
    private final double[] sums = new double[2];

    @Benchmark
    public float[] affine() {
        kernels.elementwise().affine(x, 0, target, 0, COUNT, 0.9f, 0.1f);
        return target;
    }

    @Benchmark
    public float[] gelu() {
        kernels.elementwise().affineGelu(x, 0, target, 0, COUNT, 0.9f, 0.1f);
        return target;
    }

    @Benchmark
    public float[] glu() {
        kernels.elementwise().glu(x, 0, y, 0, target, 0, COUNT, 0.9f, 0.1f);
        return target;
    }

    @Benchmark
    public float[] gluAdd() {
        kernels.elementwise().affineGluAdd(x, 0, y, 0, target, 0, COUNT, 0.9f, 0.1f, 0.8f, 0.2f, 1e-6f);
        return target;
    }

    @Benchmark
    public float[] sum() {
        kernels.elementwise().sum(x, 0, y, 0, target, 0, COUNT);
        return target;
    }

    @Benchmark
    public float[] blockSums() {
        kernels.blockSums().left(x, 0, COUNT / 4, target, 0);
        return target;
    }

    @Benchmark
    public double[] moments() {
        kernels.reductions().moments(x, 0, COUNT, sums, 0);
        return sums;
    }

    @Benchmark
    public float[] layerNorm() {
        kernels.tokens().layerNorm(x, 0, COLUMNS, ROWS, COLUMNS, weight, bias, 1e-5f, target, 0, COLUMNS);
        return target;
    }

    @Benchmark
    public float[] softmax() {
        kernels.tokens().softmax(y, 0, ROWS, COLUMNS, max, sum, correction);
        return sum;
    }
}
