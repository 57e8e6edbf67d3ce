package app.partita.demo;

/** Sines from a table, the same on every machine: {@code Math.sin} may differ in its last bit. */
final class Sine {

    private static final int SIZE = 1 << 14;
    private static final double[] TABLE = new double[SIZE + 1];

    static {
        for (int i = 0; i <= SIZE; i++) {
            TABLE[i] = StrictMath.sin(2 * StrictMath.PI * i / SIZE);
        }
    }

    private Sine() {
    }

    /** The sine of {@code turns} whole turns. */
    static double of(double turns) {
        double place = (turns - Math.floor(turns)) * SIZE;
        int index = (int) place;
        return TABLE[index] + (place - index) * (TABLE[index + 1] - TABLE[index]);
    }
}
