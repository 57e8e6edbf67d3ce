package app.partita.analysis;

/**
 * How well the tones of a key fit it, from its tonic upwards: Temperley's revision ("What's key for key?", Music
 * Perception 17, 1999) of the ratings by listeners of Krumhansl and Kessler (1982).
 */
final class KeyProfiles {

    private static final double[] MAJOR = {5.0, 2.0, 3.5, 2.0, 4.5, 4.0, 2.0, 4.5, 2.0, 3.5, 1.5, 4.0};
    private static final double[] MINOR = {5.0, 2.0, 3.5, 4.5, 2.0, 4.0, 2.0, 4.5, 3.5, 2.0, 1.5, 4.0};

    private KeyProfiles() {
    }

    /** The correlation, −1 to 1, between how much is heard of each tone from C on and a key. 0 for no tone at all. */
    static double likeness(double[] tones, int tonic, MusicalKey.Mode mode) {
        double[] profile = mode == MusicalKey.Mode.MAJOR ? MAJOR : MINOR;
        double meanTones = mean(tones);
        double meanProfile = mean(profile);
        double product = 0;
        double squareTones = 0;
        double squareProfile = 0;
        for (int i = 0; i < tones.length; i++) {
            double a = tones[(i + tonic) % tones.length] - meanTones;
            double b = profile[i] - meanProfile;
            product += a * b;
            squareTones += a * a;
            squareProfile += b * b;
        }
        return squareTones == 0 ? 0 : product / Math.sqrt(squareTones * squareProfile);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }
}
