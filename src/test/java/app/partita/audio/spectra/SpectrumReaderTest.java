package app.partita.audio.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.audio.spectra.SpectrumReader.Samples;
import app.partita.fault.Fault;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumReaderTest {

    private static final int RATE = 44_100;
    private static final int ROWS = 90;
    private static final int COLUMNS = 6;
    private static final int FRAMES = 200_000;
    private static final double STEP_DB = -Levels.LOWEST_DB / Levels.MOST;

    @ParameterizedTest
    @ValueSource(doubles = {60, 440, 1_000, 5_000, 19_000})
    void aSineIsBrightestInTheRowOfItsFrequency(double hertz) throws Fault {
        Levels levels = read(sine(hertz, 0.5), 2, 50_000, 2_048);
        double top = mel(RATE / 2.0);
        for (int column = 0; column < COLUMNS; column++) {
            assertThat(brightest(levels, column)).isCloseTo((int) (mel(hertz) / top * ROWS), within(1));
        }
    }

    @Test
    void aSineAtFullScaleIsAtZeroAndOneHalfAsLoudSixDecibelsBelow() throws Fault {
        double onBin = 100.0 * RATE / 4_096;
        assertThat(loudest(read(sine(onBin, 1), 2, 50_000, 512))).isEqualTo(Levels.MOST);
        assertThat((Levels.MOST - loudest(read(sine(onBin, 0.5), 2, 50_000, 512))) * STEP_DB)
                .isCloseTo(6.02, within(STEP_DB));
    }

    @Test
    void whatCancelsBetweenTheChannelsIsSeen() throws Fault {
        double onBin = 100.0 * RATE / 4_096;
        Samples opposed = (frame, interleaved, frames) -> {
            for (int i = 0; i < frames; i++) {
                float sample = (float) Math.sin(2 * Math.PI * onBin * (frame + i) / RATE);
                interleaved[2 * i] = sample;
                interleaved[2 * i + 1] = -sample;
            }
        };
        assertThat(loudest(read(opposed, 2, 50_000, 512))).isEqualTo(Levels.MOST);
    }

    @Test
    void silenceIsDarkest() throws Fault {
        assertThat(read((frame, interleaved, frames) -> { }, 1, 0, 1_024).steps()).containsOnly(0);
    }

    @Test
    void aClickIsSeenInEveryRowWhereItIsAndNowhereElse() throws Fault {
        Samples click = (frame, interleaved, frames) -> {
            java.util.Arrays.fill(interleaved, 0, frames, 0);
            if (frame <= 100_000 && frame + frames > 100_000) {
                interleaved[(int) (100_000 - frame)] = 1;
            }
        };
        Levels levels = read(click, 1, 100_000 - 2.5 * 8_192, 8_192);
        for (int row = 0; row < ROWS; row++) {
            assertThat(levels.step(2, row)).isPositive();
            assertThat(levels.step(0, row)).isZero();
            assertThat(levels.step(4, row)).isZero();
        }
    }

    @Property(tries = 60)
    void aColumnIsTheSameInWhateverPictureItStands(@ForAll @IntRange(min = 0, max = COLUMNS - 1) int column,
            @ForAll @DoubleRange(min = -5_000, max = FRAMES) double from,
            @ForAll @DoubleRange(min = 0.1, max = 20_000) double length) throws Fault {
        Samples chirp = (frame, interleaved, frames) -> {
            assertThat(frame).isNotNegative();
            for (int i = 0; i < frames; i++) {
                long at = frame + i;
                interleaved[i] = at < FRAMES ? (float) Math.sin(1e-6 * at * at) : 0;
            }
        };
        Levels all = read(chirp, 1, from, length);
        Levels one = new SpectrumReader().read(chirp, 1, RATE, from + column * length, length, 1, ROWS);
        for (int row = 0; row < ROWS; row++) {
            assertThat(one.step(0, row)).isEqualTo(all.step(column, row));
        }
    }

    private static Levels read(Samples samples, int channels, double from, double length) throws Fault {
        return new SpectrumReader().read(samples, channels, RATE, from, length, COLUMNS, ROWS);
    }

    private static Samples sine(double hertz, double amplitude) {
        return (frame, interleaved, frames) -> {
            for (int i = 0; i < frames; i++) {
                float sample = (float) (amplitude * Math.sin(2 * Math.PI * hertz * (frame + i) / RATE));
                interleaved[2 * i] = sample;
                interleaved[2 * i + 1] = sample;
            }
        };
    }

    private static int brightest(Levels levels, int column) {
        int brightest = 0;
        for (int row = 1; row < ROWS; row++) {
            if (levels.step(column, row) > levels.step(column, brightest)) {
                brightest = row;
            }
        }
        return brightest;
    }

    private static int loudest(Levels levels) {
        int loudest = 0;
        for (int row = 0; row < ROWS; row++) {
            loudest = Math.max(loudest, levels.step(0, row));
        }
        return loudest;
    }

    private static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }
}
