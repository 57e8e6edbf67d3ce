package app.partita.testkit;

/** Sine tones in a signal, told apart by least squares. */
public final class Sines {

    private Sines() {
    }

    /**
     * How far, in dB, a signal's frames {@code [from, to)} exceed what is left of them when the best fitting sines of
     * these frequencies (in cycles a frame) are taken away.
     */
    public static double signalToNoise(float[] signal, int from, int to, double... frequencies) {
        double[] fit = fit(signal, from, to, frequencies);
        double power = 0;
        double noise = 0;
        for (int n = from; n < to; n++) {
            double model = 0;
            for (int i = 0; i < frequencies.length; i++) {
                double angle = 2 * Math.PI * frequencies[i] * (n - from);
                model += fit[2 * i] * Math.cos(angle) + fit[2 * i + 1] * Math.sin(angle);
            }
            power += model * model;
            noise += (signal[n] - model) * (signal[n] - model);
        }
        return 10 * Math.log10(power / noise);
    }

    /** The frequency, in cycles a frame, of a tone near {@code guess}: by how its phase goes on between two halves. */
    public static double frequency(float[] signal, int from, int to, double guess) {
        int half = (to - from) / 2;
        double[] first = fit(signal, from, from + half, guess);
        double[] second = fit(signal, from + half, from + 2 * half, guess);
        double advance = Math.atan2(-second[1], second[0]) - Math.atan2(-first[1], first[0]);
        double turns = advance / (2 * Math.PI) - guess * half;
        return guess + (turns - Math.rint(turns)) / half;
    }

    /** The amplitudes of cosine and sine of each frequency, phase 0 at {@code from}. */
    private static double[] fit(float[] signal, int from, int to, double... frequencies) {
        int unknowns = 2 * frequencies.length;
        double[][] normal = new double[unknowns][unknowns];
        double[] right = new double[unknowns];
        double[] row = new double[unknowns];
        for (int n = from; n < to; n++) {
            for (int i = 0; i < frequencies.length; i++) {
                double angle = 2 * Math.PI * frequencies[i] * (n - from);
                row[2 * i] = Math.cos(angle);
                row[2 * i + 1] = Math.sin(angle);
            }
            for (int i = 0; i < unknowns; i++) {
                right[i] += row[i] * signal[n];
                for (int j = 0; j < unknowns; j++) {
                    normal[i][j] += row[i] * row[j];
                }
            }
        }
        return solve(normal, right);
    }

    private static double[] solve(double[][] matrix, double[] right) {
        int unknowns = right.length;
        for (int i = 0; i < unknowns; i++) {
            for (int j = i + 1; j < unknowns; j++) {
                double factor = matrix[j][i] / matrix[i][i];
                for (int k = i; k < unknowns; k++) {
                    matrix[j][k] -= factor * matrix[i][k];
                }
                right[j] -= factor * right[i];
            }
        }
        for (int i = unknowns - 1; i >= 0; i--) {
            for (int j = i + 1; j < unknowns; j++) {
                right[i] -= matrix[i][j] * right[j];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }
}
