package app.partita.testkit;

/** Measures of how far two signals are apart. */
public final class Compare {

    private Compare() {
    }

    /** The root mean square of the difference over that of the expected numbers. */
    public static double relativeRms(float[] actual, float[] expected) {
        if (actual.length != expected.length) {
            throw new IllegalArgumentException(actual.length + " numbers, not " + expected.length);
        }
        double difference = 0;
        double power = 0;
        for (int i = 0; i < actual.length; i++) {
            double d = (double) actual[i] - expected[i];
            difference += d * d;
            power += (double) expected[i] * expected[i];
        }
        return Math.sqrt(difference / power);
    }

    /** Every {@code step}th number of each of {@code rows} rows, from the first. */
    public static float[] decimate(float[] numbers, int rows, int step) {
        int columns = numbers.length / rows;
        int kept = (columns + step - 1) / step;
        float[] result = new float[rows * kept];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < kept; i++) {
                result[row * kept + i] = numbers[row * columns + i * step];
            }
        }
        return result;
    }
}
