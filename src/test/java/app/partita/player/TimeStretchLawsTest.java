package app.partita.player;

import static app.partita.player.Stretched.RATE;
import static app.partita.player.Stretched.sine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeStretchLawsTest {

    /** The steepest that the signal below ever is, at an octave higher. */
    private static final double STEEPEST = 2 * 2 * Math.PI / RATE * (0.3 * 220 + 0.2 * 554.37 + 0.1 * 880);

    record Change(double tempo, double semitones, int frames) {
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Double> tempos = Arbitraries.oneOf(Arbitraries.just(1.0), Arbitraries.doubles().between(0.5, 1.5));
        Arbitrary<Double> semitones =
                Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(-12, 12));
        return Combinators.combine(tempos, semitones, Arbitraries.integers().between(1, 12_000))
                .as(Change::new).list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 60)
    void noSequenceOfChangesMakesAClick(@ForAll("changes") List<Change> changes) {
        LongToDoubleFunction signal = frame -> sine(220, 0.3).applyAsDouble(frame)
                + sine(554.37, 0.2).applyAsDouble(frame) + sine(880, 0.1).applyAsDouble(frame);
        Stretched sound = new Stretched(1, 0, signal);
        float last = 0;
        for (Change change : changes) {
            sound.stretch.tempo(change.tempo());
            sound.stretch.semitones(change.semitones());
            for (float sample : sound.read(change.frames())[0]) {
                assertThat(Math.abs(sample - last)).isLessThan((float) (1.2 * STEEPEST));
                last = sample;
            }
        }
    }

    @Property(tries = 40)
    void thePlayheadGoesOnWithoutJumpsAndKeepsTheTempo(@ForAll("changes") List<Change> changes) {
        Stretched sound = new Stretched(1, 0, frame -> 0);
        double expected = 0;
        double last = 0;
        for (Change change : changes) {
            sound.stretch.tempo(change.tempo());
            sound.stretch.semitones(change.semitones());
            for (int left = change.frames(); left > 0; left -= 256) {
                sound.read(Math.min(256, left));
                double now = sound.stretch.consumed();
                assertThat(now).isBetween(last, last + 256 * 3 + 600);
                last = now;
            }
            expected += change.frames() * change.tempo();
        }
        // A change is heard a tenth of a second after it was asked for.
        assertThat(last).isCloseTo(expected, within(0.12 * RATE * changes.size()));
    }
}
