package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SeparationEngine.Layout;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Sines and impulses across the borders of segments, beside the same network over the whole song at once. A network
 * hears some frames to both sides; at a border it misses those, and the overlap has to hide that.
 */
class SeamsTest {

    /** How far the network hears. */
    private static final int REACH = 6;
    /** What it hears of a frame and its neighbours, with a sum of 1. */
    private static final double[] KERNEL = kernel();
    /** At the very border half of what the network hears is missing. */
    private static final double MOST_MISSING = 0.5;
    private static final double ROUNDING = 1e-6;

    record Case(int segment, double overlap, int[] leads, long seed) {

        int stride() {
            return Math.max(1, (int) ((1 - overlap) * segment));
        }

        /**
         * In so many frames one segment takes over from another: in those that they share, or, where the song begins
         * and few segments lie over it yet, from one start to the next.
         */
        int fade() {
            return Math.min(segment - stride(), stride());
        }

        int frames() {
            return 5 * segment + 17;
        }
    }

    @Property(tries = 150)
    void aSineGoesOnAcrossThem(@ForAll("cases") Case song) throws IOException {
        var random = new Random(song.seed());
        double radians = Math.PI * (0.002 + 0.08 * random.nextDouble());
        var sine = new float[2 * song.frames()];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(i / 2 * radians + i % 2);
        }
        double[] error = error(song, sine);
        double steepest = 0;
        for (int i = 0; i < error.length; i++) {
            assertThat(Math.abs(error[i])).isLessThanOrEqualTo(mostMissing(song));
            steepest = Math.max(steepest, i < 2 ? 0 : Math.abs(error[i] - error[i - 2]));
        }
        // A click is a step: what a border brings in must come in gradually, the more so the longer the overlap.
        assertThat(steepest).isLessThanOrEqualTo(3.0 / (song.fade() + 1) + ROUNDING);
    }

    @Property(tries = 150)
    void anImpulseBesideOneStaysWhatItIs(@ForAll("cases") Case song) throws IOException {
        var random = new Random(song.seed());
        var impulses = new float[2 * song.frames()];
        for (int border = song.stride(); border < song.frames(); border += Math.max(song.stride(), 3 * REACH)) {
            int at = Math.clamp(border + random.nextInt(2 * REACH) - REACH, 0, song.frames() - 1);
            impulses[2 * at + random.nextInt(2)] = 1;
        }
        for (double error : error(song, impulses)) {
            assertThat(Math.abs(error)).isLessThanOrEqualTo(mostMissing(song));
        }
    }

    /** Any frame is within reach of few borders, whose segments count little there if the overlap is long. */
    private static double mostMissing(Case song) {
        return MOST_MISSING * Math.min(1, 2.0 * REACH / (song.fade() + 1)) + ROUNDING;
    }

    /** Segmented less whole, of a stem, interleaved. */
    private static double[] error(Case song, float[] samples) throws IOException {
        try (var separation = Separation.of(samples)) {
            separation.run(new FakeNetwork(song.segment(), (stem, channel, frame) -> heard(channel, frame), () -> { }),
                    new Layout(song.overlap(), 1, song.leads()));
            float[] stem = separation.stem(2);
            var error = new double[samples.length];
            for (int side = 0; side < 2; side++) {
                var whole = new float[song.frames()];
                for (int i = 0; i < whole.length; i++) {
                    whole[i] = samples[2 * i + side];
                }
                for (int i = 0; i < whole.length; i++) {
                    error[2 * i + side] = stem[2 * i + side] - heard(whole, i);
                }
            }
            return error;
        }
    }

    private static float heard(float[] channel, int frame) {
        double sum = 0;
        for (int d = -REACH; d <= REACH; d++) {
            if (frame + d >= 0 && frame + d < channel.length) {
                sum += KERNEL[d + REACH] * channel[frame + d];
            }
        }
        return (float) sum;
    }

    private static double[] kernel() {
        var kernel = new double[2 * REACH + 1];
        for (int d = -REACH; d <= REACH; d++) {
            kernel[d + REACH] = (REACH + 1 - Math.abs(d)) / (double) ((REACH + 1) * (REACH + 1));
        }
        return kernel;
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(Arbitraries.integers().between(4 * REACH, 160),
                Arbitraries.doubles().between(0, SeparationOptions.MAX_OVERLAP),
                Arbitraries.integers().between(0, 50).array(int[].class).ofMinSize(1).ofMaxSize(3),
                Arbitraries.longs()).as(Case::new);
    }
}
