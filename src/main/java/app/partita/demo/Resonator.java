package app.partita.demo;

/** A band-pass of second order with unit gain at its centre (the bilinear design of the Audio EQ Cookbook). */
final class Resonator {

    private double b0;
    private double a1;
    private double a2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    /** Moves the band, keeping what sounds. */
    void tune(double hertz, double bandwidth) {
        double turns = hertz / DemoSong.SAMPLE_RATE;
        double alpha = Sine.of(turns) * bandwidth / (2 * hertz);
        double scale = 1 / (1 + alpha);
        b0 = alpha * scale;
        a1 = -2 * Sine.of(turns + 0.25) * scale;
        a2 = (1 - alpha) * scale;
    }

    double filter(double x) {
        double y = b0 * (x - x2) - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y;
    }
}
