package app.partita.bench;

import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.fault.Fault;
import java.nio.file.Path;
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

/** A whole segment of the weights that PARTITA_TEST_WEIGHTS names. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class SegmentBenchmark {

    @Param({"1", "2"})
    public int threads;

    private Partita partita;

    @Setup
    public void load() throws Fault {
        Path weights = Path.of(System.getenv("PARTITA_TEST_WEIGHTS"));
        partita = new Partita(new HtDemucsLoader(Kernels.best()).load("bench", weights, threads));
    }

    @Benchmark
    public void separate() {
        partita.separate();
    }

    @TearDown
    public void close() {
        partita.close();
    }
}
