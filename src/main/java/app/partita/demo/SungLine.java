package app.partita.demo;

import java.util.List;

/**
 * A sung-like line without words: a buzzing source with glides, vibrato and breath, through the formants of five
 * vowels, one syllable a note.
 */
final class SungLine implements Voice {

    private static final int RETUNE_EVERY = 32;
    private static final double GLIDE_SECONDS = 0.06;
    private static final double[] FORMANT_LEVELS = {1, 0.55, 0.28, 0.16, 0.08};
    private static final double[] BANDWIDTHS = {90, 110, 170, 250, 320};

    private final List<Note> notes;
    private final double framesPerBeat;
    private final Saw source = new Saw(0.5);
    private final Noise breath = new Noise(77);
    private final Resonator[] formants = new Resonator[BANDWIDTHS.length];
    private final double[] centres = Vowel.A.centres.clone();
    private long frame;
    private int index = -1;
    private double semitone;
    private double step;
    private double level;
    private double soft;

    /** @param notes in their order, none before the first frame asked for */
    SungLine(List<Note> notes, double framesPerBeat) {
        this.notes = notes;
        this.framesPerBeat = framesPerBeat;
        for (int i = 0; i < formants.length; i++) {
            formants[i] = new Resonator();
        }
    }

    @Override
    public double next() {
        if (frame % RETUNE_EVERY == 0) {
            retune();
        }
        frame++;
        double buzz = source.next(step);
        soft += 0.45 * (buzz - soft);
        double driven = (soft + 0.06 * breath.next()) * level;
        double sum = 0.12 * driven;
        for (int i = 0; i < formants.length; i++) {
            sum += FORMANT_LEVELS[i] * formants[i].filter(driven);
        }
        return sum;
    }

    private void retune() {
        double beat = frame / framesPerBeat;
        while (index + 1 < notes.size() && notes.get(index + 1).beat() <= beat) {
            index++;
            boolean afterRest = index == 0 || notes.get(index - 1).end() < notes.get(index).beat();
            if (afterRest) {
                semitone = notes.get(index).midi() - 1.0;
            }
        }
        if (index < 0) {
            level = 0;
            return;
        }
        Note note = notes.get(index);
        double since = (beat - note.beat()) * framesPerBeat / DemoSong.SAMPLE_RATE;
        double left = (note.end() - beat) * framesPerBeat / DemoSong.SAMPLE_RATE;
        double towards = RETUNE_EVERY / (GLIDE_SECONDS / 2 * DemoSong.SAMPLE_RATE);
        semitone += towards * (note.midi() - semitone);
        double vibrato = 0.32 * Envelope.swell((since - 0.15) / 0.4)
                * Sine.of(5.6 * frame / DemoSong.SAMPLE_RATE);
        step = 440 * StrictMath.pow(2, (semitone + vibrato - 69) / 12) / DemoSong.SAMPLE_RATE;
        level = (0.35 + 0.65 * Envelope.swell(since / 0.07)) * Envelope.swell(left / 0.09)
                * (1 + 0.08 * vibrato / 0.32);
        shape(Vowel.values()[index % Vowel.values().length].centres, towards);
    }

    private void shape(double[] goal, double towards) {
        for (int i = 0; i < formants.length; i++) {
            centres[i] += towards * (goal[i] - centres[i]);
            formants[i].tune(centres[i], BANDWIDTHS[i]);
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
