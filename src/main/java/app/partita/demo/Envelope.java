package app.partita.demo;

/** Rise, stay and fall of a held note, each a half cosine, so that nothing clicks. */
final class Envelope implements Voice {

    private final double rise;
    private final double fallsAt;
    private final double fall;
    private int frame;

    Envelope(double riseSeconds, double heldSeconds, double fallSeconds) {
        rise = riseSeconds * DemoSong.SAMPLE_RATE;
        fallsAt = heldSeconds * DemoSong.SAMPLE_RATE;
        fall = fallSeconds * DemoSong.SAMPLE_RATE;
    }

    @Override
    public double next() {
        int now = frame++;
        return swell(now / rise) * swell((fallsAt + fall - now) / fall);
    }

    /** 0 to 1 along a half cosine, as {@code x} goes from 0 to 1. */
    static double swell(double x) {
        double clamped = Math.clamp(x, 0.0, 1.0);
        return 0.5 - 0.5 * Sine.of(0.25 + clamped / 2);
    }
}
