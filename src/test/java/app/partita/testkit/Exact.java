package app.partita.testkit;

/** The network's functions of one number, in double and without short cuts. */
public final class Exact {

    private Exact() {
    }

    /** {@code x·Φ(x)}. */
    public static double gelu(double x) {
        return x * 0.5 * erfc(-x / Math.sqrt(2));
    }

    /** By its series near zero and its continued fraction elsewhere, in double. */
    private static double erfc(double x) {
        if (x < 0) {
            return 2 - erfc(-x);
        }
        if (x < 2) {
            double term = x;
            double sum = x;
            for (int n = 1; Math.abs(term) > 1e-18 * sum + 1e-300; n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 1 - 2 / Math.sqrt(Math.PI) * sum;
        }
        double fraction = 0;
        for (int n = 150; n > 0; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }

    /** The logistic function. */
    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
