package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import app.partita.fault.Fault;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NormalisationTest {

    @Test
    void isMeanAndUnbiasedDeviationOfTheChannelsMean() throws IOException {
        try (var separation = Separation.of(new float[] {1, 3, 0, 0, -1, 0.5f, 2, 2})) {
            var measured = Normalisation.measure(separation.mixture, 100, () -> false);

            // The channels' means are 2, 0, -0.25 and 2.
            assertThat(measured.mean()).isEqualTo(0.9375);
            assertThat(measured.deviation()).isCloseTo(Math.sqrt((2 * 1.0625 * 1.0625 + 0.9375 * 0.9375
                    + 1.1875 * 1.1875) / 3), offset(1e-12));
        }
    }

    @Test
    void looksNoFurtherThanTheLimitEvenIfTheSongGrowsOn() throws IOException {
        float[] song = Separation.noise(50_000, 3);
        Normalisation start;
        try (var separation = Separation.of(Arrays.copyOf(song, 60_000))) {
            start = Normalisation.measure(separation.mixture, 1_000_000, () -> false);
        }
        try (var separation = new Separation()) {
            separation.mixture.append(song, 0, 40_000);

            assertThat(Normalisation.measure(separation.mixture, 30_000, () -> false)).isEqualTo(start);
        }
    }

    @Test
    void doesNotDependOnHowTheSongIsCut() throws Fault {
        float[] song = Separation.noise(10_000, 5);
        var atOnce = new NormalisationMeter(2, 9_000);
        atOnce.add(song, 0, 10_000);
        var bitByBit = new NormalisationMeter(2, 9_000);
        var random = new Random(1);
        for (int done = 0; done < 10_000; ) {
            int part = Math.min(10_000 - done, random.nextInt(700));
            bitByBit.add(song, done * 2, part);
            done += part;
        }

        assertThat(bitByBit.result()).isEqualTo(atOnce.result());
    }

    @Test
    void keepsItsDigitsBesideALargeConstant() throws Fault {
        float[] song = Separation.noise(100_000, 5);
        var plain = new NormalisationMeter(2, 1_000_000);
        plain.add(song, 0, 100_000);
        for (int i = 0; i < song.length; i++) {
            song[i] += 1024;
        }
        var lifted = new NormalisationMeter(2, 1_000_000);
        lifted.add(song, 0, 100_000);

        // Adding 1024 rounds the samples themselves to about 6e-5.
        assertThat(lifted.result().deviation()).isCloseTo(plain.result().deviation(), offset(1e-5));
    }

    @Test
    void silenceAndSingleFramesHaveNoDeviation() throws Fault {
        var meter = new NormalisationMeter(2, 100);
        assertThat(meter.result()).isEqualTo(new Normalisation(0, 0));
        meter.add(new float[] {0.5f, 0.5f}, 0, 1);
        assertThat(meter.result()).isEqualTo(new Normalisation(0.5, 0));
    }

    @Test
    void samplesThatAreNoNumbersAreAFault() {
        var meter = new NormalisationMeter(2, 100);
        meter.add(new float[] {0, 0, Float.NaN, 0}, 0, 2);

        assertThatThrownBy(meter::result).isInstanceOf(Fault.class).hasMessageContaining("not numbers");
    }

    @Test
    void canBeCancelledWhileWaitingForTheSong() throws IOException {
        try (var separation = new Separation()) {
            assertThatThrownBy(() -> Normalisation.measure(separation.mixture, 100, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
