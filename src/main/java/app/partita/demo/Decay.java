package app.partita.demo;

/** An exponential fall from 1, to 1/e after the given time. */
final class Decay implements Voice {

    private final double factor;
    private double value = 1;

    Decay(double seconds) {
        factor = StrictMath.exp(-1 / (seconds * DemoSong.SAMPLE_RATE));
    }

    @Override
    public double next() {
        double now = value;
        value *= factor;
        return now;
    }
}
