package app.partita.player;

import static app.partita.player.Stretched.RATE;
import static app.partita.player.Stretched.noise;
import static app.partita.player.Stretched.sine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import app.partita.testkit.Sines;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStretchTest {

    @Test
    void passesEachBitAtTempo1AndPitch0() {
        Stretched sound = new Stretched(1, 0, noise(1), noise(2));

        for (int frames : new int[] {1, 511, 512, 513, 4000, 7}) {
            long from = sound.fed();
            float[][] planes = sound.read(frames);

            for (int i = 0; i < frames; i++) {
                assertThat(planes[0][i]).isEqualTo((float) noise(1).applyAsDouble(from + i));
                assertThat(planes[1][i]).isEqualTo((float) noise(2).applyAsDouble(from + i));
            }
            assertThat(sound.stretch.consumed()).isEqualTo(from + frames);
            assertThat(sound.fed()).as("nothing read ahead").isEqualTo(from + frames);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.6, 0.75, 0.9, 1.1, 1.33, 1.5})
    void keepsTonesPureAtAnyTempo(double tempo) {
        float[] tone = new Stretched(tempo, 0, sine(440, 0.5)).read(2 * RATE)[0];

        assertThat(Sines.signalToNoise(tone, RATE / 2, 2 * RATE, 440.0 / RATE)).isGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 1.25})
    void keepsTheTonesOfAChordApart(double tempo) {
        LongToDoubleFunction chord = frame -> sine(220, 0.2).applyAsDouble(frame)
                + sine(277.18, 0.2).applyAsDouble(frame) + sine(329.63, 0.2).applyAsDouble(frame);

        float[] sound = new Stretched(tempo, 0, chord).read(2 * RATE)[0];

        assertThat(Sines.signalToNoise(sound, RATE / 2, 2 * RATE, 220.0 / RATE, 277.18 / RATE, 329.63 / RATE))
                .isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, -12, 12, -5, 0.5})
    void movesAToneByTheSemitonesAskedFor(double semitones) {
        double hertz = 440 * Math.pow(2, semitones / 12);
        float[] tone = new Stretched(1, semitones, sine(440, 0.5)).read(2 * RATE)[0];

        double measured = Sines.frequency(tone, RATE / 2, 2 * RATE, hertz / RATE) * RATE;
        assertThat(1200 * Math.log(measured / hertz) / Math.log(2)).as("cents").isCloseTo(0, within(0.05));
        assertThat(Sines.signalToNoise(tone, RATE / 2, 2 * RATE, hertz / RATE)).isGreaterThan(80);
    }

    @Test
    void letsNothingFoldBackFromAboveTheNyquistFrequency() {
        float[] silent = new Stretched(1, 12, sine(15_000, 1)).read(RATE)[0];

        double square = 0;
        for (int i = RATE / 4; i < RATE; i++) {
            square += silent[i] * silent[i] / (0.75 * RATE);
        }
        assertThat(10 * Math.log10(2 * square)).isLessThan(-80);
    }

    @ParameterizedTest
    @CsvSource({"0.75, 0, 22050", "0.75, 0, 5512", "0.5, 0, 11025", "1.25, 0, 11025", "0.8, 4, 11025"})
    void soundsEachStrokeOnceAndAtItsTime(double tempo, double semitones, int distance) {
        Stretched sound = new Stretched(tempo, semitones, frame -> frame % distance == distance / 2 ? 1 : 0);
        float[] strokes = sound.read(4 * RATE)[0];

        double period = distance / tempo;
        for (double at = period / 2; at + period < strokes.length; at += period) {
            int highest = (int) at;
            for (int i = (int) (at - period / 2); i < at + period / 2; i++) {
                highest = Math.abs(strokes[i]) > Math.abs(strokes[highest]) ? i : highest;
            }
            assertThat((double) highest).as("place of the stroke").isCloseTo(at, within(0.002 * RATE));
            for (int i = (int) (at - period / 2); i < at + period / 2; i++) {
                if (Math.abs(i - highest) > 0.005 * RATE) {
                    assertThat(Math.abs(strokes[i] / strokes[highest])).as("what else sounds").isLessThan(0.01f);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.75, 0", "1.4, 0", "1, -4", "0.6, 7"})
    void keepsTheDelayBetweenTheChannelsOfWideNoise(double tempo, double semitones) {
        int delay = 8;
        LongToDoubleFunction left = noise(3);
        LongToDoubleFunction right = frame -> -left.applyAsDouble(frame - delay);

        float[][] sound = new Stretched(tempo, semitones, left, right).read(4 * RATE);

        double delayHeard = delay / Math.pow(2, semitones / 12);
        assertThat(StereoImage.phaseCosine(sound[0], sound[1], RATE / 2, delayHeard)).isGreaterThan(0.99);
    }

    @Test
    void keepsOpposedChannelsOpposed() {
        LongToDoubleFunction tone = sine(440, 0.5);
        float[][] sound = new Stretched(0.7, 0, tone, frame -> -tone.applyAsDouble(frame)).read(RATE);

        for (int i = 0; i < RATE; i++) {
            assertThat(sound[1][i]).isCloseTo(-sound[0][i], within(1e-5f));
        }
        assertThat(Sines.signalToNoise(sound[0], RATE / 2, RATE, 440.0 / RATE)).isGreaterThan(90);
    }

    @Test
    void keepsTheLevelOfNoise() {
        float[] sound = new Stretched(0.75, 0, noise(5)).read(4 * RATE)[0];

        double square = 0;
        for (float sample : sound) {
            square += sample * sample / sound.length;
        }
        double expected = 0.3 * 0.3 / 3;
        assertThat(10 * Math.log10(square / expected)).isCloseTo(0, within(1.5));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.75, 3", "1.5, -12", "1, 12"})
    void tellsWhatHasBeenHeard(double tempo, double semitones) {
        Stretched sound = new Stretched(tempo, semitones, noise(6));
        sound.read(5 * RATE);

        assertThat(sound.stretch.consumed()).isCloseTo(5 * RATE * tempo, within(0.003 * RATE));
    }

    @Test
    void passesEachBitAgainAfterChanges() {
        Stretched sound = new Stretched(0.8, 3, noise(7), noise(8));
        sound.read(RATE);
        sound.stretch.tempo(1);
        sound.stretch.semitones(0);
        sound.read(RATE / 4);

        double from = sound.stretch.consumed();
        float[][] planes = sound.read(1000);

        assertThat(from).isEqualTo(Math.rint(from));
        for (int i = 0; i < 1000; i++) {
            assertThat(planes[0][i]).isEqualTo((float) noise(7).applyAsDouble((long) from + i));
            assertThat(planes[1][i]).isEqualTo((float) noise(8).applyAsDouble((long) from + i));
        }
    }

    @Test
    void beginsAnewWhenReset() {
        Stretched sound = new Stretched(0.8, 3, sine(440, 0.5));
        sound.read(RATE / 2);
        long fed = sound.fed();
        sound.stretch.reset();

        assertThat(sound.stretch.consumed()).isZero();
        Stretched later = new Stretched(0.8, 3, frame -> sine(440, 0.5).applyAsDouble(frame + fed));
        assertThat(Arrays.equals(sound.read(RATE / 2)[0], later.read(RATE / 2)[0])).isTrue();
    }

    @Test
    void allocatesNothing() {
        float[] constant = new float[4096];
        for (int i = 0; i < constant.length; i++) {
            constant[i] = (float) Math.sin(i * 0.3);
        }
        TimeStretch.Input input = (interleaved, frames) -> System.arraycopy(constant, 0, interleaved, 0, 2 * frames);
        TimeStretch stretch = new TimeStretch(2, RATE);
        float[] out = new float[2048];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        playWithChanges(stretch, input, out);
        long before = threads.getCurrentThreadAllocatedBytes();
        long reading = threads.getCurrentThreadAllocatedBytes() - before;
        before = threads.getCurrentThreadAllocatedBytes();
        playWithChanges(stretch, input, out);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before - reading).isZero();
    }

    private static void playWithChanges(TimeStretch stretch, TimeStretch.Input input, float[] out) {
        for (int i = 0; i < 120; i++) {
            stretch.tempo(i % 3 == 0 ? 1 : 0.5 + i % 11 * 0.1);
            stretch.semitones(i % 4 == 0 ? 0 : i % 25 - 12);
            stretch.read(input, out, 1024);
        }
        stretch.reset();
    }

    @Test
    void refusesWhatItCannotDo() {
        TimeStretch stretch = new TimeStretch(2, RATE);

        assertThatIllegalArgumentException().isThrownBy(() -> stretch.tempo(0.49));
        assertThatIllegalArgumentException().isThrownBy(() -> stretch.tempo(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> stretch.semitones(12.1));
    }
}
