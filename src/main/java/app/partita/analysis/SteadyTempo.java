package app.partita.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds beats that are as even as a metronome's all through a song: the frequency whose pulse, with its double and
 * fourfold, most onsets are in step with.
 *
 * @param all onsets of any sound
 * @param low onsets of low sounds alone, such as a bass drum's
 */
record SteadyTempo(List<Onset> all, List<Onset> low, double songSeconds) {

    private static final double SLOWEST_BPM = 50;
    private static final double FASTEST_BPM = 200;

    /** Tempos are looked for in stretches of this length, so that few have to be tried. */
    private static final double STRETCH_SECONDS = 30;

    /** So many steps lead from one tempo to another that drifts a period of quarter beats apart. */
    private static final int STEPS = 4;

    /** What n onsets that have no common beat are in step with by chance is about 3/√n; this over √n is never chance. */
    private static final double CERTAIN = 7;

    /** A beat drifts if in stretches of that length less than this part of what has a beat has that of the whole. */
    private static final double DRIFT_SECONDS = 6;
    private static final double DRIFT_STEP = 0.01;
    private static final int DRIFT_STEPS = 6;
    private static final double STEADY = 0.5;

    /** The tempo that is counted most readily, and within how many octaves: the spread of a bell curve. */
    private static final double USUAL_BPM = 118;
    private static final double USUAL_OCTAVES = 0.8;

    Optional<Beats> find() {
        double end = all.getLast().seconds();
        double rough = roughBpm(end);
        Pulse whole = Pulse.of(all);
        double bpm = refine(whole, rough, end);
        Pulse bass = Pulse.of(low);
        double first = phase(whole, bass, bpm / 60);
        if (whole.strength(bpm / 60) < CERTAIN / Math.sqrt(whole.onsets()) || drifts(bpm / 60, first, end)) {
            return Optional.empty();
        }
        return Optional.of(barred(settled(Beats.steady(bpm, first, songSeconds)), bass));
    }

    private double roughBpm(double end) {
        List<Pulse> stretches = new ArrayList<>();
        for (double from = 0; from < end; from += STRETCH_SECONDS) {
            stretches.add(Pulse.of(all, from, from + STRETCH_SECONDS));
        }
        double step = 60 / (4 * STRETCH_SECONDS * STEPS);
        double best = USUAL_BPM;
        double highest = 0;
        for (double bpm = SLOWEST_BPM; bpm <= FASTEST_BPM; bpm += step) {
            double sum = 0;
            for (Pulse stretch : stretches) {
                sum += stretch.strength(bpm / 60);
            }
            double octaves = Math.log(bpm / USUAL_BPM) / Math.log(2) / USUAL_OCTAVES;
            sum *= Math.exp(-0.5 * octaves * octaves);
            if (sum > highest) {
                highest = sum;
                best = bpm;
            }
        }
        return best;
    }

    private static double refine(Pulse whole, double rough, double end) {
        double reach = 60 / (4 * STRETCH_SECONDS);
        double step = Math.min(reach, 60 / (4 * end)) / STEPS;
        double best = rough;
        for (int round = 0; round < 2; round++) {
            double middle = best;
            double highest = 0;
            for (double bpm = middle - reach; bpm <= middle + reach; bpm += step) {
                double strength = whole.strength(bpm / 60);
                if (strength > highest) {
                    highest = strength;
                    best = bpm;
                }
            }
            reach = step;
            step /= 16;
        }
        return best;
    }

    /** Where a beat is. Halves and quarters of beats are told from beats by the low sounds. */
    private static double phase(Pulse whole, Pulse bass, double hertz) {
        double best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 64; i++) {
            double first = i / (64 * hertz);
            double strength = whole.strength(hertz, first) + 2 * bass.re(hertz, first) + bass.re(2 * hertz, first);
            if (strength > highest) {
                highest = strength;
                best = first;
            }
        }
        double middle = best;
        highest = Double.NEGATIVE_INFINITY;
        for (int i = -64; i <= 64; i++) {
            double first = middle + i / (1024 * hertz);
            double strength = whole.strength(hertz, first);
            if (strength > highest) {
                highest = strength;
                best = first;
            }
        }
        return best;
    }

    /** Whether short stretches have beats elsewhere or of another tempo than the whole. */
    private boolean drifts(double hertz, double first, double end) {
        double agreed = 0;
        double possible = 0;
        for (double from = 0; from < end; from += DRIFT_SECONDS) {
            Pulse stretch = Pulse.of(all, from, from + DRIFT_SECONDS);
            agreed += stretch.onsets() * stretch.strength(hertz, first);
            double highest = 0;
            for (int step = -DRIFT_STEPS; step <= DRIFT_STEPS; step++) {
                highest = Math.max(highest, stretch.strength(hertz * (1 + step * DRIFT_STEP)));
            }
            possible += stretch.onsets() * highest;
        }
        return agreed < STEADY * possible;
    }

    /** Counts half as fast if every second beat is far weaker than the others. */
    private Beats settled(Beats beats) {
        double even = strengthNear(beats, 0);
        double odd = strengthNear(beats, 1);
        // The faster the count, the likelier that it is double.
        double weak = Math.clamp((beats.bpm() - 90) / 200, 0, 0.35);
        if (Math.min(even, odd) >= weak * Math.max(even, odd)) {
            return beats;
        }
        return Beats.steady(beats.bpm() / 2, beats.at(even > odd ? 0 : 1), songSeconds);
    }

    private double strengthNear(Beats beats, int parity) {
        double sum = 0;
        for (Onset onset : all) {
            double number = (onset.seconds() - beats.at(0)) * beats.bpm() / 60;
            long beat = Math.round(number);
            if (Math.abs(number - beat) < 0.12 && Math.floorMod(beat, 2) == parity) {
                sum += onset.strength();
            }
        }
        return sum;
    }

    /**
     * With bars: low sounds mark their first and third beats more than the others, and the first beat that is heard and
     * can begin a bar does.
     */
    private Beats barred(Beats beats, Pulse bass) {
        double halfBars = beats.bpm() / 60 / 2;
        int parity = bass.re(halfBars, beats.at(0)) >= 0 ? 0 : 1;
        long heard = Math.max(0, Math.round((all.getFirst().seconds() - beats.at(0)) * beats.bpm() / 60));
        long begin = heard + Math.floorMod(heard + parity, 2);
        return beats.withUpbeats((int) (begin % Beats.BEATS_PER_BAR));
    }
}
