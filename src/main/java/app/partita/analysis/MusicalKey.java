package app.partita.analysis;

import java.util.List;

/**
 * A key of the 24.
 *
 * @param tonic semitones above C, 0 to 11
 */
public record MusicalKey(int tonic, Mode mode) {

    /** Major or minor. */
    public enum Mode {
        MAJOR, MINOR
    }

    private static final List<String> MAJOR_TONICS =
            List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");
    private static final List<String> MINOR_TONICS =
            List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B");

    public MusicalKey {
        if (tonic < 0 || tonic > 11) {
            throw new IllegalArgumentException("tonic " + tonic);
        }
    }

    /** The tonic's usual English name in this mode, such as F# or Bb. */
    public String tonicName() {
        return (mode == Mode.MAJOR ? MAJOR_TONICS : MINOR_TONICS).get(tonic);
    }

    /** The English name, such as "D major": also how it is stored. */
    public String name() {
        return tonicName() + (mode == Mode.MAJOR ? " major" : " minor");
    }

    /**
     * The key of that {@link #name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MusicalKey of(String name) {
        for (Mode mode : Mode.values()) {
            for (int tonic = 0; tonic < 12; tonic++) {
                MusicalKey key = new MusicalKey(tonic, mode);
                if (key.name().equals(name)) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("no key is called " + name);
    }

    /** The key that sounds when everything is moved up by so many semitones. */
    public MusicalKey moved(int semitones) {
        return new MusicalKey(Math.floorMod(tonic + semitones, 12), mode);
    }
}
