package app.partita.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is played: two bars of introduction, eight bars of song, a last chord; D major, four beats a bar. */
final class Score {

    static final int BEATS_PER_BAR = 4;
    static final int BARS = 11;
    private static final double SONG_BEGINS = 2 * BEATS_PER_BAR;
    private static final double LAST_CHORD = 10 * BEATS_PER_BAR;

    private static final List<String> CHORDS = List.of(
            "D3 F#3 A3", "D3 G3 B3",
            "D3 F#3 A3", "C#3 E3 A3", "D3 F#3 B3", "D3 G3 B3",
            "D3 F#3 A3", "C#3 E3 A3", "D3 G3 B3", "C#3 E3 A3",
            "D3 F#3 A3");

    private Score() {
    }

    static List<Note> lead() {
        return Note.line(SONG_BEGINS, """
                F#4/1 A4/1 A4/0.5 B4/0.5 A4/1 | E4/1.5 F#4/0.5 E4/1.5 -/0.5 |
                D4/1 F#4/1 B4/1 A4/1 | G4/2 B4/1 A4/0.5 -/0.5 |
                A4/1 D5/1.5 C#5/0.5 A4/1 | C#5/1 B4/0.5 A4/0.5 E4/1.5 -/0.5 |
                G4/1 A4/0.5 B4/0.5 D5/2 | C#5/1 B4/0.5 A4/0.5 E4/1 F#4/1 |
                D4/3.5
                """);
    }

    static List<Note> bass() {
        return Note.line(0, """
                D2/1.5 D2/0.5 A2/1 D2/1 | G2/1.5 G2/0.5 D2/1 B1/1 |
                D2/1.5 D2/0.5 A2/1 D2/1 | A1/1.5 A1/0.5 E2/1 C#2/1 |
                B1/1.5 B1/0.5 F#2/1 B1/1 | G1/1.5 G1/0.5 D2/1 G2/1 |
                D2/1.5 D2/0.5 A2/1 F#2/1 | A1/1.5 A1/0.5 E2/1 A2/1 |
                G2/1.5 G2/0.5 D2/1 B1/1 | A1/1.5 A1/0.5 C#2/1 E2/1 |
                D2/3.5
                """);
    }

    /** The notes of bar {@code bar}'s chord, each struck on the first beat and again, shorter, after the second. */
    static List<Note> chord(int bar) {
        double beat = (double) bar * BEATS_PER_BAR;
        List<Integer> pitches = List.of(CHORDS.get(bar).split(" ")).stream().map(Note::pitch).toList();
        if (beat == LAST_CHORD) {
            return pitches.stream().map(pitch -> new Note(pitch, beat, 4)).toList();
        }
        return Stream.of(new Note(0, beat, 1.5), new Note(0, beat + 2.5, 1.5))
                .flatMap(when -> pitches.stream().map(pitch -> new Note(pitch, when.beat(), when.beats())))
                .toList();
    }

    /** The beats of one drum: {@code x} marks a stroke, each letter an eighth of a bar. */
    static List<Double> strokes(Drum drum) {
        StringBuilder eighths = new StringBuilder();
        for (int bar = 0; bar < BARS; bar++) {
            boolean fill = bar == 1 || bar == 9;
            eighths.append(bar == BARS - 1 ? drum.last : fill ? drum.fill : drum.bar);
        }
        return IntStream.range(0, eighths.length())
                .filter(i -> eighths.charAt(i) == 'x')
                .mapToObj(i -> i / 2.0)
                .toList();
    }

    /** The drums, each with its usual bar, the bar before a new part, and the last bar. */
    enum Drum {
        KICK("x..xx...", "x..xx...", "x......."),
        SNARE("..x...x.", "..x..xxx", "........"),
        CLOSED_HAT("xxxxxxx.", "xxxxx...", "........"),
        OPEN_HAT(".......x", "........", "x.......");

        private final String bar;
        private final String fill;
        private final String last;

        Drum(String bar, String fill, String last) {
            this.bar = bar;
            this.fill = fill;
            this.last = last;
        }
    }
}
