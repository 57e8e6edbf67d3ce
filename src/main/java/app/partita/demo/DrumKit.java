package app.partita.demo;

/** Kick, snare and hats: falling sines and filtered noise. */
final class DrumKit {

    private DrumKit() {
    }

    /** A sine that falls from 190 to 48 Hz, with a click in front. */
    static Voice kick() {
        Decay fall = new Decay(0.035);
        Decay level = new Decay(0.16);
        Decay click = new Decay(0.003);
        Noise noise = new Noise(7);
        double[] phase = {0};
        return () -> {
            phase[0] += (48 + 142 * fall.next()) / DemoSong.SAMPLE_RATE;
            return Sine.of(phase[0]) * level.next() + 0.25 * noise.next() * click.next();
        };
    }

    /** Two tones of a drum head and the rattle of the wires. */
    static Voice snare(long seed) {
        Noise noise = new Noise(seed);
        Resonator wires = new Resonator();
        wires.tune(4200, 6500);
        Decay head = new Decay(0.05);
        Decay rattle = new Decay(0.09);
        double[] phase = {0, 0};
        return () -> {
            phase[0] += 186.0 / DemoSong.SAMPLE_RATE;
            phase[1] += 331.0 / DemoSong.SAMPLE_RATE;
            double tone = 0.6 * Sine.of(phase[0]) + 0.3 * Sine.of(phase[1]);
            return tone * head.next() + 0.9 * wires.filter(noise.next()) * rattle.next();
        };
    }

    /** Bright noise that dies away in {@code seconds}. */
    static Voice hat(long seed, double seconds) {
        Noise noise = new Noise(seed);
        Resonator bright = new Resonator();
        Resonator brighter = new Resonator();
        bright.tune(9500, 5000);
        brighter.tune(11500, 7000);
        Decay level = new Decay(seconds);
        return () -> brighter.filter(bright.filter(noise.next())) * level.next();
    }
}
