package app.partita.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoteTest {

    @Test
    void readsNamesAsMidiNumbers() {
        assertThat(Note.pitch("A4")).isEqualTo(69);
        assertThat(Note.pitch("C4")).isEqualTo(60);
        assertThat(Note.pitch("F#2")).isEqualTo(42);
        assertThat(new Note(57, 0, 1).hertz()).isCloseTo(220, within(1e-9));
    }

    @Test
    void readsALineWithRests() {
        assertThat(Note.line(8, "D4/1.5 -/0.5 | E4/2"))
                .containsExactly(new Note(62, 8, 1.5), new Note(64, 10, 2));
    }

    @Test
    void everyPartFillsTheBarsItShould() {
        assertThat(Score.bass().getLast().end()).isLessThanOrEqualTo(Score.BARS * Score.BEATS_PER_BAR);
        assertThat(Score.lead()).isSortedAccordingTo((a, b) -> Double.compare(a.beat(), b.beat()));
        assertThat(Score.lead().getLast().beat()).isEqualTo(40);
        assertThat(Score.bass().getLast().beat()).isEqualTo(40);
    }
}
