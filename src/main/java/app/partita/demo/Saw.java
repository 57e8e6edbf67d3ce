package app.partita.demo;

/** A sawtooth whose jump is rounded over two samples (PolyBLEP), so that it hardly aliases. */
final class Saw {

    private double phase;

    Saw(double phase) {
        this.phase = phase;
    }

    /** The next sample at {@code step} = frequency / sample rate. */
    double next(double step) {
        phase += step;
        if (phase >= 1) {
            phase -= 1;
        }
        return 2 * phase - 1 - rounding(step);
    }

    private double rounding(double step) {
        if (phase < step) {
            double after = phase / step;
            return after + after - after * after - 1;
        }
        if (phase > 1 - step) {
            double before = (phase - 1) / step;
            return before * before + before + before + 1;
        }
        return 0;
    }
}
