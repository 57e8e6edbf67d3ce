package app.partita.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.stems.StemKind;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoSongTest {

    private static final DemoSong SONG = new DemoSong();
    private static final Map<StemKind, float[]> STEMS = new EnumMap<>(StemKind.class);

    @BeforeAll
    static void synthesise() {
        DemoSong.STEMS.forEach(kind -> STEMS.put(kind, SONG.stem(kind)));
    }

    @Test
    void mixtureIsTheExactSumOfTheStemsInAnyOrder() {
        float[] mixture = SONG.mixture();
        assertThat(mixture).hasSize(DemoSong.FRAMES * DemoSong.CHANNELS);
        for (int i = 0; i < mixture.length; i++) {
            float sum = STEMS.get(StemKind.VOCALS)[i] + STEMS.get(StemKind.BASS)[i] + STEMS.get(StemKind.OTHER)[i]
                    + STEMS.get(StemKind.DRUMS)[i];
            if (sum != mixture[i]) {
                assertThat(mixture[i]).as("sample %d", i).isEqualTo(sum);
            }
        }
    }

    @Test
    void mixtureIsLoudButHasHeadroom() {
        assertThat(peak(SONG.mixture())).isBetween(0.6, 0.95);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRUMS", "BASS", "OTHER", "VOCALS"})
    void stemsAreBalancedFreeOfOffsetAndFadeToSilence(StemKind kind) {
        float[] stem = STEMS.get(kind);
        double sum = 0;
        for (float sample : stem) {
            sum += sample;
        }
        assertThat(Math.sqrt(energy(stem) / stem.length)).isBetween(0.04, 0.15);
        assertThat(sum / stem.length).isCloseTo(0, within(2e-3));
        assertThat(stem[stem.length - 1]).isZero();
    }

    @Test
    void everySampleFitsTwentyFourBits() {
        for (float[] stem : STEMS.values()) {
            for (float sample : stem) {
                if (sample * 0x1p23f % 1 != 0) {
                    assertThat(sample * 0x1p23f).as("in steps of 24 bits").isEqualTo(Math.rint(sample * 0x1p23));
                }
            }
        }
    }

    @Test
    void samplesAreTheSameOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(DemoSong.FRAMES * DemoSong.CHANNELS * Float.BYTES);
        bytes.asFloatBuffer().put(SONG.mixture());
        digest.update(bytes);
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("15ae0eccec5fad49e98c0acf40b5bceaa2b2dcf8b1ace7245a8c932db70f00a6");
    }

    @Test
    void eachStemSoundsWhereItsInstrumentsDo() {
        assertThat(shareBelow(250, StemKind.BASS)).isGreaterThan(0.75);
        assertThat(shareBelow(60, StemKind.OTHER)).isLessThan(0.03);
        assertThat(shareBelow(100, StemKind.VOCALS)).isLessThan(0.02);
        assertThat(1 - shareBelow(2000, StemKind.DRUMS)).isGreaterThan(0.02);
        assertThat(shareBelow(120, StemKind.DRUMS)).isGreaterThan(0.3);
    }

    @Test
    void leadSingsItsWrittenNote() {
        Note last = Score.lead().getLast();
        int begin = (int) ((last.beat() + 1) * DemoSong.FRAMES_PER_BEAT);
        assertThat(pitch(STEMS.get(StemKind.VOCALS), begin)).isCloseTo(last.hertz(), within(last.hertz() * 0.02));
    }

    @Test
    void strokesFallOnTheBeat() {
        float[] drums = STEMS.get(StemKind.DRUMS);
        for (int bar = 0; bar < Score.BARS; bar++) {
            int at = bar * Score.BEATS_PER_BAR * DemoSong.FRAMES_PER_BEAT;
            double before = bar == 0 ? 0 : energy(Arrays.copyOfRange(drums, 2 * at - 4000, 2 * at));
            double after = energy(Arrays.copyOfRange(drums, 2 * at, 2 * at + 4000));
            assertThat(after).as("bar %d", bar).isGreaterThan(4 * before);
        }
    }

    private static double peak(float[] samples) {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double energy(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    /** The share of energy that two one-pole low-passes in a row leave. */
    private static double shareBelow(double hertz, StemKind kind) {
        float[] stem = STEMS.get(kind);
        double cut = 1 - Math.exp(-2 * Math.PI * hertz / DemoSong.SAMPLE_RATE);
        double first = 0;
        double second = 0;
        double low = 0;
        double all = 0;
        for (int i = 0; i < stem.length; i += 2) {
            first += cut * (stem[i] - first);
            second += cut * (first - second);
            low += second * second;
            all += (double) stem[i] * stem[i];
        }
        return low / all;
    }

    /** The pitch, from the lag at which the sound is most like itself. */
    private static double pitch(float[] stereo, int begin) {
        int best = 0;
        double bestLikeness = 0;
        for (int lag = 80; lag < 400; lag++) {
            double likeness = 0;
            for (int i = begin; i < begin + 8000; i++) {
                likeness += (double) stereo[2 * i] * stereo[2 * (i + lag)];
            }
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = lag;
            }
        }
        return (double) DemoSong.SAMPLE_RATE / best;
    }
}
