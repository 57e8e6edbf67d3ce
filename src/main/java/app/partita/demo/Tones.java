package app.partita.demo;

/** The pitched instruments that play single notes. */
final class Tones {

    static final double RELEASE_SECONDS = 0.12;

    private Tones() {
    }

    /** A plucked electric bass: a saw through a closing low-pass over a sine. */
    static Voice bass(double hertz, double seconds) {
        double step = hertz / DemoSong.SAMPLE_RATE;
        Saw saw = new Saw(0.5);
        Decay pluck = new Decay(0.18);
        Decay level = new Decay(1.4);
        Envelope envelope = new Envelope(0.006, seconds * 0.92, 0.05);
        double[] state = {0, 0, 0};
        return () -> {
            double cut = Math.min(0.5, (180 + 900 * pluck.next()) * 6.28 / DemoSong.SAMPLE_RATE);
            state[0] += cut * (saw.next(step) - state[0]);
            state[1] += cut * (state[0] - state[1]);
            state[2] += step;
            return (0.6 * state[1] + 0.5 * Sine.of(state[2])) * level.next() * envelope.next();
        };
    }

    /** An electric piano: one sine bends another, the brighter the fresher the stroke. */
    static Voice keys(double hertz, double seconds, double detuneCents) {
        double step = hertz * StrictMath.pow(2, detuneCents / 1200) / DemoSong.SAMPLE_RATE;
        Decay bright = new Decay(0.35);
        Decay bell = new Decay(0.08);
        Decay level = new Decay(1.1);
        Envelope envelope = new Envelope(0.008, seconds, RELEASE_SECONDS);
        double[] phase = {0};
        return () -> {
            phase[0] += step;
            double bend = 0.22 * bright.next() * Sine.of(phase[0]) + 0.05 * bell.next() * Sine.of(11 * phase[0]);
            return Sine.of(phase[0] + bend) * level.next() * envelope.next();
        };
    }
}
