package app.partita.bench;

import app.partita.player.TimeStretch;
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

/** A second of stereo sound at another tempo and pitch: below 1000 ms it is faster than it is heard. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TimeStretchBenchmark {

    private static final int RATE = 44_100;
    private static final int CHANNELS = 2;
    private static final int BLOCK = 441;

    @Param({"1 0", "0.75 0", "0.5 12", "1 -12", "1.5 -12"})
    public String tempoAndSemitones;

    private final float[] noise = Noise.of(CHANNELS * RATE);
    private final float[] block = new float[CHANNELS * BLOCK];
    private TimeStretch stretch;
    private int at;

    @Setup
    public void prepare() {
        String[] wanted = tempoAndSemitones.split(" ");
        stretch = new TimeStretch(CHANNELS, RATE);
        stretch.tempo(Double.parseDouble(wanted[0]));
        stretch.semitones(Double.parseDouble(wanted[1]));
    }

    @Benchmark
    public float[] second() {
        for (int i = 0; i < RATE / BLOCK; i++) {
            stretch.read(this::input, block, BLOCK);
        }
        return block;
    }

    private void input(float[] interleaved, int frames) {
        for (int done = 0; done < frames;) {
            int part = Math.min(frames - done, RATE - at);
            System.arraycopy(noise, at * CHANNELS, interleaved, done * CHANNELS, part * CHANNELS);
            done += part;
            at = (at + part) % RATE;
        }
    }
}
