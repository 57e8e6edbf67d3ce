package app.partita.player;

/** Levels as people read them. */
public final class Decibels {

    private Decibels() {
    }

    /** The factor of so many decibels; 0 for −∞. */
    public static double factor(double db) {
        return Math.pow(10, db / 20);
    }

    /** The decibels of a factor; −∞ for 0. */
    public static double of(double factor) {
        return 20 * Math.log10(factor);
    }
}
