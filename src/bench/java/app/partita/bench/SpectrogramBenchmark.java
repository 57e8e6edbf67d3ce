package app.partita.bench;

import app.partita.engine.dsp.Spectrogram;
import app.partita.engine.kernels.Kernels;
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

/** A segment's way to the spectrogram, and that of its four stems back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpectrogramBenchmark {

    private static final int SAMPLES = 343_980;
    private static final int CHANNELS = 2;
    private static final int STEMS = 4;

    @Param({"1", "2"})
    public int threads;

    private Workers workers;
    private Spectrogram spectrogram;
    private float[] mixture;
    private float[] stems;
    private Tensor spectra;
    private Tensor stemSpectra;

    @Setup
    public void prepare() {
        workers = new Workers(threads);
        spectrogram = new Spectrogram(4096, Kernels.best(), workers);
        mixture = Noise.of(CHANNELS * SAMPLES);
        stems = new float[STEMS * mixture.length];
        spectra = Tensor.zeros(2 * CHANNELS, spectrogram.bins(), spectrogram.frames(SAMPLES));
        stemSpectra = Noise.tensor(2 * CHANNELS * STEMS, spectrogram.bins(), spectrogram.frames(SAMPLES));
    }

    @Benchmark
    public Tensor forward() {
        spectrogram.forward(mixture, SAMPLES, spectra);
        return spectra;
    }

    @Benchmark
    public float[] inverse() {
        spectrogram.addInverse(stemSpectra, 1f, 0f, stems, SAMPLES);
        return stems;
    }

    @TearDown
    public void close() {
        workers.close();
    }
}
