package app.partita.audio.peaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeakPyramidTest {

    private static final float STEP = 1f / 8192;

    @Property(tries = 60)
    void anyOrderOfBlocksGivesTheSame(@ForAll @IntRange(min = 1, max = 40_000) int frames,
                                      @ForAll @IntRange(min = 1, max = 20) int cellsInABlock, @ForAll long seed) {
        float[] sound = noise(frames, seed);
        PeakPyramid straight = filled(sound, frames, 7, false, seed);
        PeakPyramid shuffled = filled(sound, frames, cellsInABlock, true, seed);

        for (double length : new double[] {1, 300, 1024, 5000, frames}) {
            assertEqual(read(shuffled, 0, length, 50), read(straight, 0, length, 50));
        }
        assertThat(shuffled.loudest()).isEqualTo(straight.loudest());
    }

    @Property(tries = 60)
    void aColumnHoldsEverySampleOfItsStretch(@ForAll @IntRange(min = 1, max = 60_000) int frames,
                                             @ForAll @IntRange(min = 256, max = 20_000) int length,
                                             @ForAll long seed) {
        float[] sound = noise(frames, seed);
        Columns columns = read(filled(sound, frames, 5, false, seed), 0, length, Math.ceilDiv(frames, length));

        for (int frame = 0; frame < frames; frame++) {
            int column = frame / length;
            assertThat(sound[2 * frame]).isBetween(columns.min()[column], columns.max()[column]);
        }
    }

    @Test
    void aLoudStretchIsAsLoudInEveryLevel() {
        int frames = 1 << 18;
        float[] sound = new float[2 * frames];
        for (int i = 0; i < frames; i++) {
            sound[2 * i] = sound[2 * i + 1] = (float) (0.5 * Math.sin(2 * Math.PI * i / 64));
        }
        PeakPyramid pyramid = filled(sound, frames, 16, false, 1);

        for (int length = 256; length <= frames; length *= 4) {
            Columns columns = read(pyramid, 0, length, frames / length);
            for (int column = 0; column < columns.count(); column++) {
                assertThat(columns.max()[column]).isCloseTo(0.5f, within(STEP));
                assertThat(columns.min()[column]).isCloseTo(-0.5f, within(STEP));
                assertThat(columns.rms()[column]).isCloseTo(0.35355f, within(2 * STEP));
            }
        }
        assertThat(pyramid.loudest()).isCloseTo(0.5f, within(STEP));
    }

    @Test
    void nothingIsKnownOfWhatDidNotCome() {
        PeakPyramid pyramid = PeakPyramid.forLength(100_000);
        pyramid.fill(2560, noise(512, 1), 2, 512);

        Columns columns = read(pyramid, 0, 256, 20);

        for (int column = 0; column < columns.count(); column++) {
            assertThat(columns.known(column)).as("column " + column).isEqualTo(column == 10 || column == 11);
        }
        assertThat(PeakPyramid.forLength(10).loudest()).isZero();
    }

    @Test
    void whatComesAgainReplacesWhatWasThere() {
        PeakPyramid pyramid = PeakPyramid.forLength(1024);
        float[] loud = new float[2048];
        Arrays.fill(loud, 0.9f);
        pyramid.fill(0, loud, 2, 1024);
        pyramid.fill(0, new float[2048], 2, 1024);

        assertThat(pyramid.loudest()).isZero();
        assertThat(read(pyramid, 0, 1024, 1).max()[0]).isZero();
    }

    @Test
    void aDayOfSoundNeedsNoMoreThanHalfAMillionCells() {
        long day = 24L * 3600 * 48_000;
        assertThat(day / PeakPyramid.forLength(day).cell()).isLessThanOrEqualTo(1 << 19);
        assertThat(PeakPyramid.forLength(300 * 44_100).cell()).isEqualTo(256);
    }

    @Test
    void aBlockBeginsWithACell() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                PeakPyramid.forLength(1000).fill(100, new float[512], 2, 256));
    }

    @Test
    void columnsShorterThanAFrameFollowTheLineBetweenSamples() {
        float[] ramp = {0, 0, 1, 1, 0, 0};
        Columns columns = Columns.unknown(5);
        SampleColumns.read(ramp, 2, 0, 3, 0, 0.5, columns);

        assertThat(columns.max()).containsExactly(0.5f, 1f, 1f, 0.5f, 0f);
        assertThat(columns.min()).containsExactly(0f, 0.5f, 0.5f, 0f, 0f);
    }

    @Test
    void columnsOfSamplesAreThoseOfThePyramidWhereBothCan() {
        float[] sound = noise(4096, 3);
        Columns samples = Columns.unknown(8);
        SampleColumns.read(sound, 2, 0, 4096, 0, 512, samples);
        Columns cells = read(filled(sound, 4096, 4, false, 3), 0, 512, 8);

        for (int column = 0; column < 8; column++) {
            assertThat(cells.max()[column]).isCloseTo(samples.max()[column], within(STEP));
            assertThat(cells.rms()[column]).isCloseTo(samples.rms()[column], within(STEP));
        }
    }

    static PeakPyramid filled(float[] sound, int frames, int cellsInABlock, boolean shuffle, long seed) {
        PeakPyramid pyramid = PeakPyramid.forLength(frames);
        int block = pyramid.cell() * cellsInABlock;
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < frames; start += block) {
            starts.add(start);
        }
        if (shuffle) {
            Collections.shuffle(starts, new Random(seed));
        }
        for (int start : starts) {
            int length = Math.min(block, frames - start);
            float[] part = new float[2 * length];
            System.arraycopy(sound, 2 * start, part, 0, part.length);
            pyramid.fill(start, part, 2, length);
        }
        return pyramid;
    }

    static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] sound = new float[2 * frames];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = random.nextFloat() * 2 - 1;
        }
        return sound;
    }

    static void assertEqual(Columns one, Columns other) {
        assertThat(Arrays.equals(one.min(), other.min())).as("lowest").isTrue();
        assertThat(Arrays.equals(one.max(), other.max())).as("highest").isTrue();
        assertThat(Arrays.equals(one.rms(), other.rms())).as("power").isTrue();
    }

    static Columns read(PeakPyramid pyramid, double from, double length, int count) {
        Columns columns = Columns.unknown(count);
        pyramid.read(from, length, columns);
        return columns;
    }
}
