package app.partita.analysis;

import java.util.List;

/** How far onsets are in step with pulses of any frequency: the Fourier transform of their times. */
final class Pulse {

    /** The multiples of a beat's frequency that music marks: beats, halves and quarters of them. */
    private static final int[] MULTIPLES = {1, 2, 4};

    private final double[] seconds;
    private final double[] weights;

    private Pulse(double[] seconds, double[] weights) {
        this.seconds = seconds;
        this.weights = weights;
    }

    /** Of the onsets from {@code from} to before {@code to} seconds; strong ones count more, but not that much more. */
    static Pulse of(List<Onset> onsets, double from, double to) {
        List<Onset> those = onsets.stream().filter(o -> o.seconds() >= from && o.seconds() < to).toList();
        double[] weights = those.stream().mapToDouble(o -> Math.sqrt(o.strength())).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Pulse(those.stream().mapToDouble(Onset::seconds).toArray(), weights);
    }

    static Pulse of(List<Onset> onsets) {
        return of(onsets, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    int onsets() {
        return seconds.length;
    }

    /** How much is in step with a beat of that frequency in hertz, whatever its phase: 0 to 3. */
    double strength(double hertz) {
        double sum = 0;
        for (int multiple : MULTIPLES) {
            sum += Math.hypot(re(multiple * hertz, 0), re(multiple * hertz, 0.25 / (multiple * hertz)));
        }
        return sum;
    }

    /** How much is in step with beats at {@code first} and every period after and before it: −3 to 3. */
    double strength(double hertz, double first) {
        double sum = 0;
        for (int multiple : MULTIPLES) {
            sum += re(multiple * hertz, first);
        }
        return sum;
    }

    /** How much is in step with a cosine that has a crest at {@code crest} seconds: −1 to 1. */
    double re(double hertz, double crest) {
        double sum = 0;
        for (int i = 0; i < seconds.length; i++) {
            sum += weights[i] * Math.cos(2 * Math.PI * hertz * (seconds[i] - crest));
        }
        return sum;
    }
}
