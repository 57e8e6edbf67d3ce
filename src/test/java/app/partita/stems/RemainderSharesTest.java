package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RemainderSharesTest {

    private static final List<StemKind> STEMS = List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER);
    private static final int FRAMES = 4_000;
    private static final int RATE = 1_000;

    @Property(tries = 50)
    void stemsSumToTheSongAndBlocksDoNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = FRAMES) int cut) {
        float[] song = noise(seed, 0.3f);
        float[][] stems = {noise(seed + 1, 0.2f), noise(seed + 2, 0.01f), noise(seed + 3, 0.2f)};
        float[][] inTwo = copy(stems);
        new RemainderShares(STEMS, 2, RATE).add(song, stems, FRAMES);

        for (int i = 0; i < song.length; i++) {
            assertThat(stems[0][i] + stems[1][i] + stems[2][i]).isCloseTo(song[i], offset(3e-7f));
        }
        var shares = new RemainderShares(STEMS, 2, RATE);
        shares.add(song, inTwo, cut);
        for (int stem = 0; stem < inTwo.length; stem++) {
            float[] rest = Arrays.copyOfRange(inTwo[stem], cut * 2, FRAMES * 2);
            float[] start = Arrays.copyOf(inTwo[stem], cut * 2);
            assertThat(start).isEqualTo(Arrays.copyOf(stems[stem], cut * 2));
            inTwo[stem] = rest;
        }
        shares.add(Arrays.copyOfRange(song, cut * 2, FRAMES * 2), inTwo, FRAMES - cut);
        assertThat(inTwo[2]).isEqualTo(Arrays.copyOfRange(stems[2], cut * 2, FRAMES * 2));
    }

    @Test
    void aSilentStemStaysSilentAndTheOthersShareEqually() {
        float[] drums = noise(1, 0.3f);
        float[] other = noise(2, 0.3f);
        float[] hiss = noise(3, 0.003f);
        var song = new float[drums.length];
        for (int i = 0; i < song.length; i++) {
            song[i] = drums[i] + other[i] + hiss[i];
        }
        float[][] stems = {drums.clone(), new float[drums.length], other.clone()};
        new RemainderShares(STEMS, 2, RATE).add(song, stems, FRAMES);

        assertThat(stems[1]).containsOnly(0);
        for (int i = FRAMES; i < song.length; i++) {
            assertThat(stems[0][i] - drums[i]).isCloseTo(hiss[i] / 2, offset(1e-6f));
        }
    }

    @Test
    void whereNothingSoundsOtherTakesIt() {
        float[] song = noise(4, 0.3f);
        var stems = new float[3][song.length];
        new RemainderShares(STEMS, 2, RATE).add(song, stems, FRAMES);

        assertThat(stems[0]).containsOnly(0);
        assertThat(stems[2]).isEqualTo(song);
    }

    private static float[] noise(long seed, float level) {
        var random = new Random(seed);
        var samples = new float[FRAMES * 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (random.nextFloat() * 2 - 1) * level;
        }
        return samples;
    }

    private static float[][] copy(float[][] stems) {
        return Arrays.stream(stems).map(float[]::clone).toArray(float[][]::new);
    }
}
