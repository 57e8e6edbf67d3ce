package app.partita.demo;

/** A small stereo room after Schroeder: four combs side by side, then two all-passes, a channel. */
final class Room {

    private static final int[] COMBS = {1557, 1617, 1491, 1422};
    private static final int[] ALL_PASSES = {225, 556};
    private static final int RIGHT_IS_WIDER_BY = 23;
    private static final double FEEDBACK = 0.74;
    private static final double DAMPING = 0.35;

    private Room() {
    }

    /** Adds the room's answer to {@code interleaved} stereo, in place. */
    static void addTo(double[] interleaved, double amount) {
        int frames = interleaved.length / 2;
        double[] mono = new double[frames];
        for (int i = 0; i < frames; i++) {
            mono[i] = 0.5 * (interleaved[2 * i] + interleaved[2 * i + 1]);
        }
        for (int channel = 0; channel < 2; channel++) {
            double[] wet = new double[frames];
            for (int delay : COMBS) {
                comb(mono, wet, delay + channel * RIGHT_IS_WIDER_BY);
            }
            for (int delay : ALL_PASSES) {
                allPass(wet, delay + channel * RIGHT_IS_WIDER_BY);
            }
            for (int i = 0; i < frames; i++) {
                interleaved[2 * i + channel] += amount * wet[i];
            }
        }
    }

    private static void comb(double[] in, double[] out, int delay) {
        double[] line = new double[delay];
        double damped = 0;
        for (int i = 0, at = 0; i < in.length; i++, at = at + 1 == delay ? 0 : at + 1) {
            double echo = line[at];
            out[i] += 0.25 * echo;
            damped = echo + DAMPING * (damped - echo);
            line[at] = in[i] + FEEDBACK * damped;
        }
    }

    private static void allPass(double[] signal, int delay) {
        double[] line = new double[delay];
        for (int i = 0, at = 0; i < signal.length; i++, at = at + 1 == delay ? 0 : at + 1) {
            double echo = line[at];
            double in = signal[i] + 0.5 * echo;
            line[at] = in;
            signal[i] = echo - 0.5 * in;
        }
    }
}
