package app.partita.demo;

import java.util.List;

/**
 * A sung-like line without words: a buzzing source with glides, vibrato, drift and breath, through the formants of five
 * vowels, one syllable a note, each begun by a consonant. Near enough to a voice that HTDemucs takes it for one.
 */
final class SungLine implements Voice {

    private static final int RETUNE_EVERY = 32;
    private static final double GLIDE_SECONDS = 0.09;
    /** From how far below a note is reached, in semitones. */
    private static final double SCOOP = 1.5;
    private static final double VIBRATO = 0.45;
    private static final double[] FORMANT_LEVELS = {1, 0.55, 0.28, 0.16, 0.08};
    private static final double[] BANDWIDTHS = {90, 110, 170, 250, 320};

    private final List<Note> notes;
    private final double framesPerBeat;
    private final Saw source = new Saw(0.5);
    private final Noise breath = new Noise(77);
    private final Noise drift = new Noise(78);
    private final Resonator hiss = new Resonator();
    private final Resonator[] formants = new Resonator[BANDWIDTHS.length];
    private final double[] centres = Vowel.A.centres.clone();
    private long frame;
    private int index = -1;
    private double semitone;
    private double step;
    private double level;
    private double soft;
    private double hissLevel;
    private double wander;

    /** @param notes in their order, none before the first frame asked for */
    SungLine(List<Note> notes, double framesPerBeat) {
        this.notes = notes;
        this.framesPerBeat = framesPerBeat;
        for (int i = 0; i < formants.length; i++) {
            formants[i] = new Resonator();
        }
        hiss.tune(6200, 3500);
    }

    @Override
    public double next() {
        if (frame % RETUNE_EVERY == 0) {
            retune();
        }
        frame++;
        double buzz = source.next(step);
        soft += 0.45 * (buzz - soft);
        double air = breath.next();
        double driven = (soft + 0.08 * air) * level;
        double sum = 0.12 * driven + hissLevel * hiss.filter(air);
        for (int i = 0; i < formants.length; i++) {
            sum += FORMANT_LEVELS[i] * formants[i].filter(driven);
        }
        return sum;
    }

    private void retune() {
        double beat = frame / framesPerBeat;
        while (index + 1 < notes.size() && notes.get(index + 1).beat() <= beat) {
            begin(++index);
        }
        if (index >= 0) {
            Note note = notes.get(index);
            sing(note, (beat - note.beat()) * framesPerBeat / DemoSong.SAMPLE_RATE,
                    (note.end() - beat) * framesPerBeat / DemoSong.SAMPLE_RATE);
        }
    }

    private void begin(int note) {
        boolean afterRest = note == 0 || notes.get(note - 1).end() < notes.get(note).beat();
        semitone = afterRest ? notes.get(note).midi() - SCOOP : semitone - SCOOP / 2;
    }

    private void sing(Note note, double since, double left) {
        double towards = RETUNE_EVERY / (GLIDE_SECONDS / 2 * DemoSong.SAMPLE_RATE);
        semitone += towards * (note.midi() - semitone);
        wander += 0.004 * (0.5 * drift.next() - wander);
        double wave = Envelope.swell((since - 0.12) / 0.35) * Sine.of(5.4 * frame / DemoSong.SAMPLE_RATE);
        step = 440 * StrictMath.pow(2, (semitone + VIBRATO * wave + 6 * wander - 69) / 12) / DemoSong.SAMPLE_RATE;
        Consonant consonant = Consonant.values()[index % Consonant.values().length];
        hissLevel = consonant.level * Envelope.swell(since / 0.008)
                * Envelope.swell((consonant.seconds - since) / 0.03);
        level = (0.1 + 0.9 * Envelope.swell((since - 0.6 * consonant.seconds) / 0.06)) * Envelope.swell(left / 0.09)
                * (1 + 0.12 * wave);
        shape(Vowel.values()[index % Vowel.values().length].centres, towards);
    }

    private void shape(double[] goal, double towards) {
        for (int i = 0; i < formants.length; i++) {
            centres[i] += towards * (goal[i] - centres[i]);
            formants[i].tune(centres[i], BANDWIDTHS[i]);
        }
    }

    /** How a syllable begins: how loud it hisses, and how long. */
    private enum Consonant {
        S(0.22, 0.11),
        L(0, 0.05),
        T(0.3, 0.045),
        M(0, 0.07),
        H(0.08, 0.08);

        private final double level;
        private final double seconds;

        Consonant(double level, double seconds) {
            this.level = level;
            this.seconds = seconds;
        }
    }

    /** Formant centres in Hz, of a mezzo voice in round numbers. */
    private enum Vowel {
        A(820, 1200, 2750, 3500, 4800),
        O(480, 860, 2700, 3450, 4750),
        E(460, 1900, 2700, 3550, 4850),
        U(370, 760, 2650, 3400, 4700),
        I(350, 2250, 2850, 3600, 4900);

        private final double[] centres;

        Vowel(double... centres) {
            this.centres = centres;
        }
    }
}
