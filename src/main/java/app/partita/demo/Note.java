package app.partita.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * One note of a part.
 *
 * @param midi  the pitch: 69 is the A of 440 Hz
 * @param beat  where it starts, in beats from the song's start
 * @param beats how long it sounds, in beats
 */
record Note(int midi, double beat, double beats) {

    private static final String LETTERS = "C D EF G A B";

    double hertz() {
        return 440 * StrictMath.pow(2, (midi - 69) / 12.0);
    }

    double end() {
        return beat + beats;
    }

    /**
     * Reads a line such as {@code "F#4/1 A4/1.5 -/0.5 | B4/2"}: pitch and length in beats, {@code -} for a rest;
     * bar lines are for the eye.
     */
    static List<Note> line(double firstBeat, String text) {
        List<Note> notes = new ArrayList<>();
        double beat = firstBeat;
        for (String token : text.replace("|", " ").strip().split("\\s+")) {
            int slash = token.indexOf('/');
            double beats = Double.parseDouble(token.substring(slash + 1));
            if (token.charAt(0) != '-') {
                notes.add(new Note(pitch(token.substring(0, slash)), beat, beats));
            }
            beat += beats;
        }
        return List.copyOf(notes);
    }

    /** The MIDI number of a name such as {@code F#4}. */
    static int pitch(String name) {
        int sharp = name.charAt(1) == '#' ? 1 : 0;
        int octave = Integer.parseInt(name.substring(1 + sharp));
        return 12 * (octave + 1) + LETTERS.indexOf(name.charAt(0)) + sharp;
    }
}
