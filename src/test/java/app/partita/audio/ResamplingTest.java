package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the resampler to its figures: tones through {@link AudioFiles#readRaw}, fitted at the other end. */
class ResamplingTest {

    private static final int ENGINE_RATE = 44_100;

    private final AudioFiles audio = Sound.audioFiles();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"22050, 44100", "44100, 22050", "48000, 44100", "44100, 48000", "96000, 44100", "44100, 96000",
        "192000, 44100", "44100, 192000", "37801, 44100", "44100, 37801"})
    void whatIsAudiblePassesUnchangedAndUndelayed(int from, int to) throws IOException {
        double top = Math.min(20_000, 0.9 * Math.min(from, to) / 2);
        for (double hertz : new double[] {20, 1000, 0.7 * top, top}) {
            float[] out = resample(Sound.tone(hertz, from, from / 2, 1), 1, from, to);
            ToneFit tone = ToneFit.of(out, hertz, to);
            assertThat(ToneFit.decibels(tone.amplitude() / 0.5)).as("gain at %.0f Hz", hertz).isBetween(-0.1, 0.1);
            assertThat(tone.delayFrames()).as("delay at %.0f Hz", hertz).isBetween(-0.01, 0.01);
            assertThat(ToneFit.decibels(tone.residual())).as("images at %.0f Hz", hertz).isLessThan(-100);
        }
    }

    @ParameterizedTest
    @CsvSource({"48000, 44100", "96000, 44100", "192000, 44100", "44100, 22050"})
    void whatTheLowerRateCannotHoldIsGone(int from, int to) throws IOException {
        for (double part : new double[] {0.001, 0.1, 0.5, 0.9}) {
            double hertz = to / 2.0 + part * (from - to) / 2.0;
            float[] out = resample(Sound.tone(hertz, from, from / 2, 1), 1, from, to);
            assertThat(ToneFit.decibels(loudest(out) / 0.5)).as("%.0f Hz", hertz).isLessThan(-100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 22_050, 48_000, 96_000, 192_000})
    void thereAndBackGivesTheSameSoundAndLength(int rate) throws IOException {
        int frames = rate + 137;
        float[] there = resample(Sound.tone(440, rate, frames, 2), 2, rate, ENGINE_RATE);
        float[] back = resample(there, 2, ENGINE_RATE, rate);
        assertThat(back.length / 2).isBetween(frames, frames + 4 + 3 * rate / ENGINE_RATE);
        for (int channel = 0; channel < 2; channel++) {
            ToneFit tone = ToneFit.of(Sound.channel(back, 2, channel), 440, rate);
            assertThat(tone.delayFrames()).isBetween(-0.01, 0.01);
            assertThat(ToneFit.decibels(tone.amplitude() * (2 << channel))).isBetween(-0.01, 0.01);
            assertThat(ToneFit.decibels(tone.residual())).isLessThan(-100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void anyNumberOfChannelsIsKept(int channels) throws IOException {
        float[] out = resample(Sound.tone(440, 44_100, 44_100, channels), channels, 44_100, 48_000);
        for (int channel = 0; channel < channels; channel++) {
            ToneFit tone = ToneFit.of(Sound.channel(out, channels, channel), 440, 48_000);
            assertThat(ToneFit.decibels(tone.amplitude() * (2 << channel))).isBetween(-0.01, 0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000})
    void theSameRatePassesUntouched(int frames) throws IOException {
        float[] samples = Sound.noise(frames, 2, 24, 4);
        assertThat(resample(samples, 2, 44_100, 44_100)).isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource({"8000, 44100", "48000, 44100", "192000, 44100", "37801, 44100", "44100, 8000", "44100, 192000"})
    void noFrameIsMissingHoweverShortTheSound(int from, int to) throws IOException {
        int reach = (int) Resampling.reach(from, to);
        for (int frames : new int[] {1, 2, 100, reach - 1, reach + 1, 5_003}) {
            double exact = (double) frames * to / from;
            assertThat((double) resample(new float[2 * frames], 2, from, to).length / 2).as("of %d", frames)
                    .isBetween(exact, exact + 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 48_000, 192_000})
    void ofASoundShorterThanTheFilterAllComesBack(int rate) throws IOException {
        float[] shortSound = new float[120];
        for (int i = 0; i < 120; i++) {
            shortSound[i] = (float) (0.5 * Math.pow(Math.sin(Math.PI * i / 119), 2));
        }
        float[] there = resample(shortSound, 1, rate, ENGINE_RATE);
        float[] back = resample(there, 1, ENGINE_RATE, rate);
        for (int i = 0; i < 120; i++) {
            assertThat(back[i]).as("frame %d", i).isCloseTo(shortSound[i], within(2e-4f));
        }
    }

    @Test
    void ofNothingComesNothing() throws IOException {
        assertThat(resample(new float[0], 2, 44_100, 8_000)).isEmpty();
    }

    private float[] resample(float[] samples, int channels, int from, int to) throws IOException {
        Path file = Sound.rawFloats(folder.resolve("raw.f32"), samples);
        return Sound.readAll(audio.readRaw(file, channels, from, to));
    }

    private static double loudest(float[] sound) {
        double peak = 0;
        for (int i = sound.length / 20; i < sound.length - sound.length / 20; i++) {
            peak = Math.max(peak, Math.abs(sound[i]));
        }
        return peak;
    }
}
