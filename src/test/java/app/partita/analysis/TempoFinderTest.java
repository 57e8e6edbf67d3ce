package app.partita.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.demo.DemoSong;
import app.partita.stems.StemKind;
import app.partita.testkit.Tune;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoFinderTest {

    private static final double FIRST_BEAT = 0.37;

    @ParameterizedTest
    @ValueSource(doubles = {60, 72.5, 90, 97.3, 120, 140, 174})
    void findsTheBeatsOfDrums(double bpm) {
        Beats beats = heard(new Tune(bpm, FIRST_BEAT, 14, 1).drums(), 1).orElseThrow();

        assertThat(beats.bpm()).isCloseTo(bpm, within(0.1));
        for (int beat = 0; beat < beats.count(); beat++) {
            double number = (beats.at(beat) - FIRST_BEAT) * bpm / 60;
            assertThat((number - Math.rint(number)) * 60 / bpm).as("seconds off").isCloseTo(0, within(0.015));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {88, 104, 128})
    void findsTheTempoOfAWholeSong(double bpm) {
        float[] song = Tune.sum(new Tune(bpm, 0, 14, 2).drums(), new Tune(bpm, 0, 14, 3).music(4, true));

        assertThat(heard(song, 1).orElseThrow().bpm()).isCloseTo(bpm, within(0.5));
    }

    @Test
    void findsBeatsAndBarsOfTheDemoSong() {
        Beats beats = heard(new DemoSong().stem(StemKind.DRUMS), DemoSong.CHANNELS).orElseThrow();

        assertThat(beats.bpm()).isCloseTo(DemoSong.BEATS_PER_MINUTE, within(0.1));
        assertThat(beats.at(beats.upbeats()) % (4 * 60.0 / DemoSong.BEATS_PER_MINUTE)).isCloseTo(0, within(0.02));
    }

    @Test
    void followsADrummerWhoGrowsFaster() {
        float[] drums = new float[32 * Tune.RATE];
        List<Double> strokes = new ArrayList<>();
        for (double at = 0.5; at < 30; at += 0.6 - 0.1 * at / 30) {
            for (int i = 0; i < 2000; i++) {
                drums[(int) (at * Tune.RATE) + i] = (float) (0.8 * Math.exp(-i / 300.0) * Math.sin(i * 0.7 + i * i));
            }
            strokes.add(at);
        }

        Beats beats = heard(drums, 1).orElseThrow();

        long met = strokes.stream()
                .filter(stroke -> Arrays.stream(beats.seconds()).anyMatch(beat -> Math.abs(beat - stroke) < 0.03))
                .count();
        assertThat(met).isGreaterThan(strokes.size() * 3 / 4);
    }

    @Test
    void countsOnBeyondTheMinutesItListensTo() {
        TempoFinder finder = new TempoFinder(8000, 1);
        float[] clicks = new float[8000];
        for (int i = 0; i < 400; i++) {
            clicks[i] = (float) (0.8 * Math.exp(-i / 60.0) * Math.sin(i * i));
            clicks[4000 + i] = clicks[i];
        }
        for (int second = 0; second < 700; second++) {
            finder.hear(clicks, 0, clicks.length);
        }

        Beats beats = finder.beats().orElseThrow();

        assertThat(beats.bpm()).isCloseTo(120, within(0.01));
        assertThat(beats.at(beats.count() - 1)).isBetween(699.0, 700.0);
    }

    @Test
    void hearsNoBeatInSilenceAndInAHeldTone() {
        float[] tone = new float[10 * Tune.RATE];
        assertThat(heard(tone, 1)).isEmpty();
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.3 * Math.sin(i * 0.05));
        }
        assertThat(heard(tone, 1)).isEmpty();
    }

    @Test
    void hearsTheSameHoweverTheSoundIsCut() {
        float[] drums = new Tune(110, 0.2, 12, 4).drums();
        TempoFinder inPieces = new TempoFinder(Tune.RATE, 1);
        for (int at = 0, size = 1; at < drums.length; at += size, size = 1 + size * 7 % 20_011) {
            inPieces.hear(drums, at, Math.min(size, drums.length - at));
        }

        assertThat(inPieces.beats()).isEqualTo(heard(drums, 1));
    }

    private static Optional<Beats> heard(float[] sound, int channels) {
        TempoFinder finder = new TempoFinder(Tune.RATE, channels);
        finder.hear(sound, 0, sound.length / channels);
        return finder.beats();
    }
}
